"""HTML from the templates in `data/page/`, which escape whatever they are given.

Styles and script stand in the page itself, so that it needs nothing from anywhere; a Content-Security-Policy
lets the browser run these and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from lintnews.report.galley import Galley


def article_html(galley: Galley, *, at: str = "", live: bool = False) -> Markup:
    """Return an article with its findings beside it; `live` adds what changes it, `at` leads its ids."""
    return fragment("article.html", galley=galley, at=at, live=live)


def fragment(template: str, **context: Any) -> Markup:
    """Return a piece of a page, to be put into another template."""
    from markupsafe import Markup  # noqa: PLC0415 - only the page needs it

    # What a template of ours has escaped is not escaped again.
    return Markup(_environment().get_template(template).render(context))  # noqa: S704


def page(template: str, *, nonce: str = "", **context: Any) -> str:
    """Return a whole page. With `nonce` the server's policy names that, else the page names its own parts."""
    return (
        _environment()
        .get_template(template)
        .render(
            context,
            nonce=nonce,
            policy="" if nonce else _own_policy(),
            style=_asset("page.css"),
            script=_asset("page.js"),
        )
    )


def _own_policy() -> str:
    style, script = (_digest(_asset(name)) for name in ("page.css", "page.js"))
    rest = "img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; style-src {style}; script-src {script}; {rest}"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


@cache
def _asset(name: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - only the page needs it

    # Our own style and script: in their elements nothing is escaped.
    return Markup(resources.files("lintnews").joinpath("data", "page", name).read_text("utf-8"))  # noqa: S704


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only the page needs it

    return Environment(
        loader=PackageLoader("lintnews", "data/page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
