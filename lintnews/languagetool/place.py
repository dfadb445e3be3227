"""Where LanguageTool is, as users write it: an address, a folder, or the wish to download it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from lintnews.languagetool.failure import LanguageToolFailure
from lintnews.patterns import lazy
from lintnews.records import NamedTuple

#: What is written in the place of an address to have LanguageTool downloaded.
DOWNLOAD = "download"
_HOST_AND_PORT = lazy(r"(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5}(?:/\S*)?")
_SERVER_JAR = "languagetool-server*.jar"
# Where the jars of an unzipped LanguageTool, or of a folder that Maven filled, lie below it.
_BELOW = ("", "lib", "libs")


class Address(NamedTuple):
    """A server that runs; `url` ends in a slash, without the `v2/` of the interface."""

    url: str

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine."""
        return urlsplit(self.url).hostname in ("localhost", "127.0.0.1", "::1")


class Jars(NamedTuple):
    """An installed LanguageTool: the folder, and what Java is told to find its classes in."""

    folder: Path
    class_path: tuple[str, ...]


def is_address(where: str) -> bool:
    """Whether it is the address of a server, not a folder: a URL, or HOST:PORT."""
    return "://" in where or bool(_HOST_AND_PORT.fullmatch(where))


def address(where: str) -> Address:
    """Return the server that an address stands for.

    Raises:
        LanguageToolFailure: it is no address over HTTP.
    """
    url = where if "://" in where else f"http://{where}"
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        usable = False
    if not usable:
        raise LanguageToolFailure(f"{where} is no address of a server: write it as http://127.0.0.1:8081")
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2").rstrip("/")
    return Address(f"{parts.scheme}://{parts.netloc}{path}/")


def installed(where: str) -> Jars:
    """Return the LanguageTool in a folder: one that was unzipped, or one of jars from Maven Central.

    Raises:
        LanguageToolFailure: there is none.
    """
    folder = Path(where).expanduser()
    if folder.name.endswith(".jar"):
        folder = folder.parent
    if not folder.is_dir():
        raise LanguageToolFailure(f"{where}: no such folder, and no address such as http://127.0.0.1:8081")
    holders = [folder / below for below in _BELOW if any((folder / below).glob("*.jar"))]
    if not any(any(holder.glob(_SERVER_JAR)) for holder in holders):
        raise LanguageToolFailure(f"{where}: no languagetool-server.jar in this folder or its lib or libs")
    # An unzipped LanguageTool keeps its rules as files beside its jars.
    return Jars(folder, (*(str(holder.absolute() / "*") for holder in holders), str(folder.absolute())))


def downloaded() -> Jars:
    """Return the LanguageTool that language-tool-python downloads, once: about 260 MB.

    It goes to the folder in LTP_PATH, `~/.cache/language_tool_python` without; the library checks its hash.

    Raises:
        LanguageToolFailure: it cannot be had.
    """
    if not (sys.stderr and sys.stderr.isatty()):
        # Its progress bar is for people.
        os.environ.setdefault("TQDM_DISABLE", "1")
    from language_tool_python import download_lt, exceptions  # noqa: PLC0415 - slow to load

    try:
        tool = download_lt.LocalLanguageTool.from_version_name(download_lt.LTP_DOWNLOAD_VERSION)
        tool.download()
        return installed(str(tool.get_directory_path()))
    # Without a fit Java it raises the last three.
    except (exceptions.LanguageToolError, OSError, ValueError, ImportError, SystemError, SystemExit) as error:
        said = " ".join(str(error).split())
        raise LanguageToolFailure(f"cannot be downloaded: {said}") from error
