"""`lintnews serve`."""

from __future__ import annotations

import contextlib
import gc
import os
import re
import secrets
import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.cache import NO_CACHE, user_cache
from lintnews.cli import declared
from lintnews.cli.console import Exit, complain
from lintnews.cli.declared import UsageError, say
from lintnews.cli.options import no_cache_option

if TYPE_CHECKING:
    from lintnews.serve.linter import Linter
    from lintnews.serve.server import LoopbackServer, UnixServer

_SHORTEST_TOKEN = 20
# Seconds that answers have to come to their end after Ctrl-C.
_LAST_ANSWERS = 5.0
_MEGABYTE = 1_000_000
# Seconds from one look at what signals said to the next.
_LOOK = 0.2


@declared.command
@declared.option(
    "--socket", metavar="PATH", help="Serve on this socket.  [default: one in your runtime folder]"
)
@declared.option(
    "--port",
    kind=declared.Between(int, 0, 65535),
    help="Serve on this port of 127.0.0.1 instead, with a token; 0 takes any that is free.",
)
@declared.option(
    "--largest",
    kind=declared.Between(int, 1, 256),
    default=8,
    show_default=True,
    metavar="MB",
    help="Refuse requests that are longer.",
)
@declared.option(
    "--timeout",
    kind=declared.Between(float, 0.1, 3600),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Refuse a request that has waited so long for those before it.",
)
@declared.option(
    "--lint-timeout",
    kind=declared.Between(float, 0.1, 3600),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Stop the linting of a text that takes so long, and say so.",
)
@no_cache_option
def command(
    socket: str | None,
    port: int | None,
    *,
    largest: int,
    timeout: float,
    lint_timeout: float,
    no_cache: bool,
) -> int:
    r"""Keep everything loaded, and lint what other programs send.

    Requests and answers are JSON (docs/serve.md). On a socket only you can ask; on a port whoever has the
    token, which is part of the address that is printed, or what LINTNEWS_TOKEN holds. Settings files are
    heeded. Ctrl-C ends it.

    \b
    Examples:
      lintnews serve
      lintnews serve --socket desk.sock
      lintnews check story.txt --server desk.sock
      lintnews serve --port 8642
    """
    if socket is not None and port is not None:
        raise UsageError("--socket does not go with --port")
    from lintnews.serve.linter import Linter  # noqa: PLC0415 - the options are told of as wrong first

    gc.enable()
    # Its process is begun before there is a thread or a socket, of which it would have a copy.
    linter = Linter(NO_CACHE if no_cache else user_cache(), timeout, lint_timeout)
    with contextlib.closing(linter):
        server = _server(linter, socket, port, largest * _MEGABYTE)
        # Systems end a service by SIGTERM: that is the same as Ctrl-C.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with server:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
            thread.start()
            sys.stdout.write(f"Serving at {_address(server)}\n")
            say("Ctrl-C ends it.")
            sys.stdout.flush()
            with contextlib.suppress(KeyboardInterrupt):
                # A signal that another thread took wakes this one in its time only.
                while not threading.Event().wait(_LOOK):
                    pass
            server.shutdown()
            server.wait_for_answers(_LAST_ANSWERS)
    return Exit.NOTHING


def _server(
    linter: Linter, socket: str | None, port: int | None, largest: int
) -> UnixServer | LoopbackServer:
    from lintnews.serve.server import Limits, LoopbackServer, UnixServer  # noqa: PLC0415
    from lintnews.web.guard import VARIABLE, Guard  # noqa: PLC0415

    fields: dict[str, Any] = {"limits": Limits(largest), "failed": _failed}
    if port is not None:
        token = os.environ.get(VARIABLE) or secrets.token_urlsafe(32)
        if not re.fullmatch(rf"[\w.~-]{{{_SHORTEST_TOKEN},}}", token, re.ASCII):
            raise UsageError(f"{VARIABLE} must be {_SHORTEST_TOKEN} letters, digits or more")
        try:
            return LoopbackServer(linter, lambda taken: Guard(token, taken), port, **fields)
        except OSError as error:
            raise UsageError(f"port {port} is not to be had: {error.strerror or error}") from error
    try:
        return UnixServer(linter, socket or _usual_socket(), **fields)
    except OSError as error:
        raise UsageError(f"cannot serve: {error.strerror or error}") from error


def _usual_socket() -> str:
    """Return the path of the socket in a folder that is the user's alone.

    Raises:
        OSError: there is none.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and Path(runtime).is_dir():
        return str(Path(runtime) / "lintnews.sock")
    folder = Path(tempfile.gettempdir()) / f"lintnews-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if status.st_uid != os.getuid() or status.st_mode & 0o77 or folder.is_symlink():
        raise PermissionError(f"{folder} is not yours alone: name another place with --socket")
    return str(folder / "serve.sock")


def _address(server: UnixServer | LoopbackServer) -> str:
    if server.guard is None:
        return str(server.server_address)
    return f"http://127.0.0.1:{server.guard.port}/?token={server.guard.token}"


def _failed(error: Exception) -> None:
    complain(f"internal error: {type(error).__name__}: {' '.join(str(error).split())}; please report it")
