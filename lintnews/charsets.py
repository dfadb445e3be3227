"""The encoding that a file of markup declares, where it is not UTF-8."""

from __future__ import annotations

from lintnews.patterns import lazy
from lintnews.records import NamedTuple

# Browsers look no further either.
_LOOKED_AT = 1024
_DECLARED = lazy(
    r"(?i)<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w.:-]+)"
)
#: Names that the web knows an encoding by, where Python's codec has another (encoding.spec.whatwg.org).
_CODECS = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    "iso-8859-9": "cp1254",
    "euc-jp": "euc_jp",
    "big5": "big5hkscs",
    "macintosh": "mac_roman",
    "ibm866": "cp866",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-{page}": f"cp{page}" for page in (874, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)},
}


class Decoded(NamedTuple):
    """A text and the codec that read it."""

    text: str
    encoding: str


def decoded_as_declared(data: bytes) -> Decoded | None:
    """Read a file in the encoding that it declares; None where it declares none that is known, or another."""
    found = _DECLARED.search(data[:_LOOKED_AT].decode("latin-1"))
    codec = _CODECS.get((found[1] or found[2]).lower()) if found else None
    if codec is None:
        return None
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        return None
