"""A process that keeps another one for as long as its standard input stays open, and ends it then.

    python keeper.py COMMAND…

However lintnews ends, be it by a signal that it cannot catch, the system closes its end of the pipe, and the
server goes with it. It imports nothing of lintnews, so that it starts at once.
"""

import subprocess
import sys
import threading

# Java is given this long to end by itself.
_PATIENCE_SECONDS = 5


def main() -> int:
    """Run the command; return its exit code."""
    kept = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # noqa: S603 - what lintnews asked for

    def watch() -> None:
        sys.stdin.buffer.read()
        kept.terminate()
        try:
            kept.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            kept.kill()

    threading.Thread(target=watch, daemon=True).start()
    return kept.wait()


if __name__ == "__main__":
    sys.exit(main())
