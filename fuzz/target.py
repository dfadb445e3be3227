"""One fuzz target in a process of its own: `python fuzz/target.py NAME [options of libFuzzer] [CORPUS]`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(
    include=["lintnews.readers", "lintnews.packs", "lintnews.source", "markdown_it"]
):
    from inputs import TARGETS, reader_for

    from lintnews.readers.formats import FORMATS, reader_of

    for _name in FORMATS:
        reader_of(_name)
    import lintnews.readers.compression
    import lintnews.readers.docx
    import lintnews.readers.records  # noqa: F401 - loaded here, so that they are instrumented, too


def main() -> None:
    """Run the target that the command line names."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in TARGETS:
        sys.exit(f"usage: target.py {{{','.join(TARGETS)}}} [libFuzzer's options]")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], reader_for(name))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
