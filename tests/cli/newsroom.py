"""A folder with one story in many formats, and with files that cannot be read."""

from __future__ import annotations

import gzip
import json
from html import escape
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures"
STORY = (FIXTURES / "glitches" / "ferry-protest.txt").read_text("utf-8")


def newsroom(folder: Path, text: str = STORY) -> None:
    """Write the story in every format below `folder`."""
    heading, *paragraphs = [part.replace("\n", " ") for part in text.strip().split("\n\n")]
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
    entry = {"headline": heading, "body_text": "\n\n".join(paragraphs)}
    records = "".join(json.dumps({"id": number, **entry}) + "\n" for number in range(6))
    units = enumerate([heading, *paragraphs])
    files = {
        "a.txt": text,
        "b.md": f"# {heading}\n\n" + "\n\n".join(paragraphs) + "\n\n<!-- lintnews: ignore NUM -->\n",
        "c.html": f"<html><body><article><h1>{escape(heading)}</h1>{body}</article></body></html>",
        "d.nitf": f"<nitf><body><body.head><hedline><hl1>{escape(heading)}</hl1></hedline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>",
        "e.rss": "<rss><channel><title>News</title>"
        + f"<item><title>{escape(heading)}</title><description>{escape(body)}</description></item>" * 2
        + "</channel></rss>",
        "f.xlf": '<xliff version="1.2"><file><body>'
        + "".join(
            f'<trans-unit id="{number}"><source>–</source><target>{escape(unit)}</target></trans-unit>'
            for number, unit in units
        )
        + "</body></file></xliff>",
        "g.json": json.dumps(entry),
        "h.jsonl": records,
        "i.csv": "headline,body\n"
        + f'"{heading}","{" ".join(paragraphs).replace(chr(34), chr(34) * 2)}"\n' * 3,
        "j-broken.nitf": "<nitf><body>",
        "k-empty.json": "{}",
        "l.txt": f"\ufeff{text}".replace("\n", "\r\n"),
        "m.text": "The harbour was quiet on Monday.\n",
        "n-broken.jsonl": records + "{\n" + records,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    (folder / "o.jsonl.gz").write_bytes(gzip.compress(records.encode()))
    (folder / "p-latin.txt").write_bytes(text.encode("cp1252", "replace"))
    (folder / "q-binary.txt").write_bytes(bytes(range(256)) * 8)
