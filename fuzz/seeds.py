"""What each target begins with: small files that use much of their format."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile

_P = "The miners went to to the sea. “Why?” she asked."
_HTML = f"""<!DOCTYPE html><html><head><title>A | B</title><meta name="description" content="x &amp; y"></head>
<body><nav><ul><li><a href=/>Home</a></ul></nav><article itemprop="articleBody"><h1>Strike &mdash; ends</h1>
<p>{_P} {_P}<p hidden>no<br><b class='x'>bo</b>ld &#39;x&#x27; <code>a</code></p><h2>More</h2><table><tr><td>1<th>2
</table><figure><img alt="A &lt; b" title=t src=x><figcaption>c</figcaption></figure><!-- c --><script>a<b</script>
<p>{_P} {_P}</p></article></body></html>"""
_NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body><body.head><hedline><hl1>War &amp;
peace</hl1><hl2>Deck</hl2></hedline><byline>By Ann Lee</byline><dateline>LAGOS</dateline></body.head><body.content>
<p>{_P}&nbsp;<em>x</em></p><hl2>More</hl2><media><media-caption>c</media-caption></media></body.content></body></nitf>"""
_NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>H</headline><by>By A</by>
<description>d</description></contentMeta><contentSet><inlineXML><html><body><p>{_P}</p></body></html></inlineXML>
<inlineData contenttype="text/plain">a\n\nb</inlineData></contentSet></newsItem>"""
_RSS = f"""<rss><channel><title>F</title><item><title>T</title><description>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</description>
<content:encoded xmlns:content="u"><![CDATA[<p>{_P}</p>]]></content:encoded></item></channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">a &amp;amp; b</title><summary>s</summary>
<content type="xhtml"><div><p>{_P}</p></div></content></entry></feed>"""
_XLIFF = f"""<xliff version="1.2"><file source-language="de"><body><trans-unit id="1"><source>x</source><target>a <g
id="1">b</g><x id="2"/> <ph>c</ph>{_P}</target></trans-unit></body></file></xliff>"""
_MARKDOWN = f"""---
title: "A \\"b\\""
description: >
  x
  y
---
# Head *line* ##

Setext
===
> quote `code` [link](u "t") ![alt *x*](s) \\* &amp; <b>x</b> ~~gone~~
1. item
   - inner

| a | b \\| c |
|---|:-:|
| *x* | y |

<div>{_P}</div>

    code

```
fence
```
[ref]: http://x "T"
"""
_PO = f'msgid ""\nmsgstr ""\n"L: en\\n"\n\n#: x\nmsgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "{_P} \\x41\\101"\n"\\"y\\""\n'
_JSON = f'{{"items": [{{"headline": "H \\u00e9\\ud83d\\ude00", "body": "{_P}\\n\\nB", "x": [1, null, -2.5e3, true]}},'
_JSON += ' {"body_html": "<p>a &amp; b</p>", "bodies": [{"value": "v", "contentType": "text/html"}], "byline": ["a"]}]}'
_CSV = f'id;headline;body\r\n1;"a ""b""";"{_P}\r\n\r\nx"\r\n2;x;y\r\n3;"open\r\n'
_PACK = """rules:
  - code: STY901
    name: prior-to
    kind: phrase
    match: "{leave} on hold"
    message: "m"
    why: "w"
    mqm: style/unidiomatic-style
    severity: warning
    confidence: high
    fix: {replace: "put on hold", applicability: unsafe}
    examples:
      - bad: "It was [[left on hold]]."
        good: "It was [[put on hold]]."
      - fine: "x"
  - {code: STY902, name: b, kind: pattern, match: "a+b(?P<mark>c)", message: m, why: w}
"""


def _docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>'
            "<w:tbl><w:tc><w:p><w:r><w:t>cell</w:t><w:tab/></w:r></w:p></w:tc></w:tbl></w:body></w:document>",
        )
        archive.writestr(
            "word/styles.xml",
            '<w:styles xmlns:w="w"><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>',
        )
    return buffer.getvalue()


_TEXT = {
    "text": f"Strike ends\n\nLAGOS (Reuters) - {_P}\r\n\r\n- item\n(Reporting by Ann Lee)\n",
    "markdown": _MARKDOWN,
    "html": _HTML,
    "nitf": _NITF,
    "newsml": _NEWSML,
    "rss": _RSS,
    "atom": _ATOM,
    "xliff": _XLIFF,
    "po": _PO,
    "ninjs": '{"uri": "x", "headline": "h", "body_xhtml": "<p>a</p>", "byline": "By A", "description_text": "d"}',
    "json": _JSON,
    "jsonl": '{"headline": "h", "body": "b"}\n\n{"body": 3}\n{"text": "t"\n',
    "csv": _CSV,
    "pack": _PACK,
}
SEEDS: dict[str, tuple[bytes, ...]] = {
    **{name: (text.encode(),) for name, text in _TEXT.items()},
    "docx": (_docx(),),
    "any": tuple(
        data
        for text in (_TEXT["text"], _HTML, _JSON, _TEXT["jsonl"], _PO)
        for data in (gzip.compress(text.encode()), lzma.compress(text.encode()), text.encode("utf-16"))
    ),
}
