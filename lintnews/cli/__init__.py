"""The command line, the only package that prints or exits. Each command is a module, loaded when used."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from lintnews.cli.commands import COMMANDS, COMPLETION, command_called
from lintnews.cli.console import Exit, complain, quiet_streams
from lintnews.cli.declared import EndError, UsageError
from lintnews.cli.plain import values_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 nothing found, 1 findings, 2 it could not do its work.

    No exception leaves it; every failure is a line on standard error.
    """
    # What is loaded at the start stays: a search for garbage in it finds none, and slows a short run.
    gc.disable()
    try:
        quiet_streams()
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except UsageError as error:
        complain(_one_line(str(error)))
        return Exit.FAILED
    except KeyboardInterrupt:
        complain("interrupted")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does. What is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.BROKEN_PIPE
    except OSError as error:
        complain(f"cannot write: {error.strerror or error}")
        return Exit.FAILED
    except Exception as error:  # noqa: BLE001 - the last resort: users see no traceback
        complain(f"internal error: {type(error).__name__}: {_one_line(str(error))}; please report it")
        return Exit.FAILED
    finally:
        gc.enable()
    return code


def run() -> NoReturn:
    """Run the command line as the whole of a process, and end it with the exit code of `main`."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        # None or broken where whoever started us closed it: `main` has said what there was to say.
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    # The system frees all memory at once; Python, object by object, would take a twentieth of a short run.
    os._exit(code)


def _run(arguments: list[str]) -> int:
    asked = os.environ.get(COMPLETION)
    if asked:
        from lintnews.cli.completion import answer  # noqa: PLC0415 - only paid while someone completes

        return answer(asked)
    if not arguments:
        from lintnews.cli.clicked import help_text  # noqa: PLC0415 - brings click

        sys.stderr.write(help_text() + "\n")
        return Exit.FAILED
    name, words = arguments[0], arguments[1:]
    try:
        return _by_command(name, words)
    except EndError as end:
        return end.code
    except UsageError as error:
        raise UsageError(f"{error} (see lintnews {name} --help)") from error


def _by_command(name: str, words: list[str]) -> int:
    if name in COMMANDS:
        command = command_called(name)
        values = values_of(command, words)
        if values is not None:
            return int(command.function(**values) or 0)
    from lintnews.cli.clicked import run as run_by_click  # noqa: PLC0415 - brings click

    return run_by_click([name, *words])


def _one_line(text: str) -> str:
    return " ".join(text.split())
