"""`lintnews init`."""

from __future__ import annotations

import os
from pathlib import Path

from lintnews.cli import declared
from lintnews.cli.console import Exit, complain, remark
from lintnews.config.resolve import NAMES


@declared.command
@declared.argument("folder", default=".", metavar="[FOLDER]", kind=declared.Path())
def command(folder: str) -> int:
    r"""Write a first settings file, lintnews.toml, with every setting explained and commented out.

    A settings file that is there already stays as it is.

    \b
    Examples:
      lintnews init
      lintnews init stories/
    """
    from lintnews.config.describe import first_file  # noqa: PLC0415 - only here
    from lintnews.config.document import read_document  # noqa: PLC0415
    from lintnews.config.problem import SettingsError  # noqa: PLC0415

    path = Path(folder) / NAMES[0]
    other = Path(folder) / NAMES[1]
    try:
        if other.is_file() and read_document(other, required=False):
            complain(f"{other}: holds the settings of lintnews already, in [tool.lintnews]")
            return Exit.FAILED
        # Fails where there is anything of this name, a broken link included.
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(first_file())
    except SettingsError as error:
        complain(str(error))
        return Exit.FAILED
    except FileExistsError:
        complain(f"{path}: is there already")
        return Exit.FAILED
    except OSError as error:
        complain(f"{path}: cannot be written: {error.strerror or os.strerror(error.errno or 0)}")
        return Exit.FAILED
    remark(f"wrote {path}; lintnews settings shows what holds")
    return Exit.NOTHING
