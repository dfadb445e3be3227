"""Write the part of docs/settings.md that speaks of each setting, from the table of settings.

python tools/build_settings_page.py
"""

from __future__ import annotations

from pathlib import Path

from lintnews.config.describe import as_markdown

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"
_BEGIN, _END = "<!-- settings: begin -->\n", "<!-- settings: end -->\n"


def refreshed(page: str) -> str:
    """Return the page with what stands between its marks made anew."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{as_markdown()}\n{_END}{after}"


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text("utf-8")), "utf-8")
