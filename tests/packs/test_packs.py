"""Reading packs: what the schema asks, where it says that something is wrong, and the cache."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lintnews.cache import Cache, user_cache
from lintnews.matchers import Pattern, Phrase
from lintnews.packs import builtin_packs, load, load_all
from lintnews.packs.schema import read_pack
from lintnews.shelf import Parts
from lintnews.unusable import PackError

HOUSE_STYLE = Path(__file__).parents[2] / "fixtures" / "packs" / "newsroom.yaml"
RULE = """\
- code: STY950
  name: of-the-test
  kind: phrase
  match: prior to
  message: "a message"
  why: "A reason."
  mqm: style/organizational-style
  severity: note
  confidence: high
  examples:
    - bad: "[[Prior to]] noon."
      good: "[[Before]] noon."
    - fine: "Noon."
  fix: {replace: before}
"""


def problems(pack: str) -> list[str]:
    with pytest.raises(PackError) as error:
        read_pack(pack.encode(), "p.yaml")
    return [str(problem) for problem in error.value.problems]


def test_the_rule_of_these_tests_is_right() -> None:
    (definition,) = read_pack(RULE.encode(), "p.yaml").definitions
    assert (definition.rule.code, definition.line, definition.example_lines) == ("STY950", 1, (11, 13))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "code: STY950",
            "code: STI950",
            "1:9: code STI950 is of no known family (did you mean STY?); there are RES,",
        ),
        ("code: STY950", "code: STY95", "1:9: code 'STY95' must be a family and three digits"),
        ("code: STY950", "code: ''", "1:9: code is empty"),
        ("name: of-the-test", "name: Of_The", "2:9: name 'Of_The' must be two words or more in kebab-case"),
        (
            "kind: phrase",
            "kind: frase",
            "3:9: kind 'frase' is none of pattern, phrase (did you mean phrase?)",
        ),
        ("match: prior to", "match: [prior to, {a: b}]", "4:21: match must be a text"),
        ("match: prior to", "match: '{leave on hold'", "4:10: match: '{' has no meaning here"),
        (
            "match: prior to",
            "match: '{weekdya} on hold'",
            "4:10: match: {weekdya} is neither a word, a slot nor a list (did you mean weekday?)",
        ),
        (
            "match: prior to",
            "match: '{notice period} ends'",
            "4:10: match: {notice period}: braces hold one word that changes",
        ),
        ("match: prior to", "match: '{noun} {any}'", "4:10: match: the phrase needs at least one word"),
        ("match: prior to", "match: '(a|) hold'", "4:10: match: a choice in ( ) is empty"),
        ("match: prior to", "match: 'on (hold'", "4:10: match: a ( has no )"),
        ("match: prior to", "match: 'on hold)'", "4:10: match: ')' has no bracket before it"),
        ("match: prior to", "match: 'put ...20 on'", "4:10: match: a gap is of 1 to 8 words"),
        ("match: prior to", "match: 'put]] on'", "4:10: match: [[ and ]] mark one part"),
        (
            "{replace: before}",
            "{replace: 'before {noun}'}",
            "14:8: replacement: {noun} in the replacement is not",
        ),
        ("match: prior to", "macth: prior to", "4:3: unknown key 'macth' in a rule (did you mean match?)"),
        ("match: prior to", "match: prior to\n  needs: prior", "5:3: unknown key 'needs' in a rule"),
        ("match: prior to", "match: prior to\n  match: x", "5:3: key 'match' is given twice in a rule"),
        (
            'message: "a message"',
            "message: 'no {mtach}'",
            "5:12: message: {mtach} is neither {match} nor {fix}",
        ),
        ("mqm: style/organizational-style", "mqm: style", "7:8: mqm 'style' must be dimension/subtype"),
        ("severity: note", "severity: notice", "8:13: severity 'notice' is none of error, warning, note"),
        ("confidence: high", "pivots: [es, Spanish]", "1:3: the rule has no 'confidence'"),
        (
            "confidence: high",
            "confidence: high\n  pivots: [es, Spanish]",
            "10:16: pivots: 'Spanish' must be a language",
        ),
        (
            "confidence: high",
            "confidence: high\n  in: titles",
            "10:7: in 'titles' is none of any, paragraph, heading,",
        ),
        (
            'bad: "[[Prior to]] noon."',
            'bad: "Prior to noon."',
            "11:7: example: a bad example marks its defect",
        ),
        ('bad: "[[Prior to]] noon."', 'bad: "[[Prior to noon."', "11:7: example: a mark is not closed"),
        ('    - fine: "Noon."\n', "", "11:5: examples: at least one 'fine' one is needed"),
        ('fine: "Noon."', 'good: "Noon."', "13:7: an example has 'bad', 'bad' and 'good', or 'fine'"),
        (
            "{replace: before}",
            "{replace: before, applicability: sure}",
            "14:41: applicability 'sure' is none of",
        ),
        ("{replace: before}", "{by: before}", "14:9: unknown key 'by' in a fix"),
        (
            "kind: phrase\n  match: prior to",
            "kind: pattern\n  match: 'a(b'",
            "4:10: match: bad regular expression: missing",
        ),
        (
            "kind: phrase\n  match: prior to",
            "kind: pattern\n  match: '(a*)'",
            "4:10: match: bad regular expression: it matches the empty",
        ),
        (
            "kind: phrase\n  match: prior to",
            "kind: pattern\n  match: 'a[[b]'",
            "4:10: match: bad regular expression: Possible nested",
        ),
        ("{replace: before}", "{replace: before}\n- 7", "15:3: a rule must be a mapping"),
        ("- code", "code", "1:1: a pack must be a list"),
        ('why: "A reason."', "why: *x", "6:8: is not YAML: found undefined alias"),
    ],
)
def test_schema_says_where(old: str, new: str, expected: str) -> None:
    assert old in RULE
    pack = RULE.replace(old, new, 1)
    if old == "- code" and new == "code":
        pack = textwrap.dedent(pack.replace("\n  ", "\n"))
    assert any(problem.startswith(f"p.yaml:{expected}") for problem in problems(pack)), problems(pack)


def test_group_reference_of_a_fix_is_checked() -> None:
    pack = RULE.replace("kind: phrase\n  match: prior to", "kind: pattern\n  match: '(a)b'")
    for template, known in (
        (r"'\1'", True),
        (r"'\2'", False),
        (r"'\g<1>'", True),
        (r"'\g<x>'", False),
        (r"'\d'", False),
    ):
        text = pack.replace("replace: before", f"replace: {template}")
        if known:
            assert read_pack(text.encode(), "p.yaml").definitions
        else:
            assert "names no group of the pattern" in problems(text)[0]


def test_all_problems_are_told_in_order() -> None:
    two = RULE.replace("note", "notes") + RULE.replace("high", "highest")
    assert [problem.split(":")[1] for problem in problems(two)] == ["8", "23"]


def test_codes_and_names_are_taken_once() -> None:
    assert problems(RULE + RULE)[0] == "p.yaml:15:3: STY950 is already taken by STY950 (of-the-test)"
    other = RULE.replace("STY950", "STY951")
    assert problems(RULE + other)[0] == "p.yaml:15:3: of-the-test is already taken by STY950 (of-the-test)"


@pytest.mark.parametrize("content", [b"", b"# only a comment\n", b"[]\n"])
def test_empty_pack(content: bytes) -> None:
    with pytest.raises(PackError, match=r"p\.yaml: holds no rules"):
        read_pack(content, "p.yaml")


def test_unclosed_list_is_no_yaml() -> None:
    assert problems(RULE.replace("- code", "- [[code", 1))[0].startswith("p.yaml:2:")


@pytest.mark.parametrize(
    "content", [b"- \x00\x01\x02", b"[" * 100_000, b"- !!python/object/apply:os.getcwd []"]
)
def test_hostile_pack_is_an_error_and_no_more(content: bytes) -> None:
    with pytest.raises(PackError):
        read_pack(content, "p.yaml")


def test_scalars_are_texts_whatever_yaml_thinks() -> None:
    pack = RULE.replace("match: prior to", "match: no").replace(
        "confidence: high", "confidence: high\n  pivots: [no]"
    )
    (definition,) = read_pack(pack.encode(), "p.yaml").definitions
    assert definition.rule.pivots == ("no",)
    assert isinstance(definition.matcher, Phrase)
    assert definition.matcher.entry(0).rows == (["no"],)


def test_load_all_tells_of_every_pack(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- 1", "utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(PackError) as error:
        load_all([tmp_path / "a.yaml", tmp_path / "gone.yaml", tmp_path / "empty"])
    assert {Path(problem.path).name for problem in error.value.problems} == {"a.yaml", "gone.yaml", "empty"}
    assert [Path(pack.path).name for pack in load_all([HOUSE_STYLE.parent])] == ["newsroom.yaml"]


# Bytes of what is read only when it is needed.
PARTS = {"example": b"harbour", "entry": b'["prior","to"]', "index": b"\nprior\t"}


class TestCache:
    """A pack is compiled once; whatever happens to the cache, the pack is the same."""

    @pytest.fixture
    def cache(self, tmp_path: Path) -> Cache:
        return Cache(tmp_path / "kept")

    @staticmethod
    def entry(cache: Cache) -> Path:
        assert cache.folder
        (entry,) = cache.folder.iterdir()
        return entry

    def test_cached_pack_needs_no_yaml(self, cache: Cache) -> None:
        load(HOUSE_STYLE, cache)
        code = (
            "import sys; from pathlib import Path\n"
            "from lintnews.cache import Cache; from lintnews.packs import load\n"
            "load(Path(sys.argv[1]), Cache(Path(sys.argv[2]))); sys.exit('yaml' in sys.modules)"
        )
        root = str(Path(__file__).parents[2])
        command = [sys.executable, "-c", code, str(HOUSE_STYLE), str(cache.folder)]
        assert subprocess.run(command, cwd=root, check=False).returncode == 0

    def test_changed_pack_is_read_anew(self, cache: Cache, tmp_path: Path) -> None:
        path = tmp_path / "p.yaml"
        path.write_text(RULE, "utf-8")
        load(path, cache)
        path.write_text(RULE.replace("a message", "another"), "utf-8")
        assert load(path, cache).definitions[0].rule.message == "another"
        self.entry(cache)  # of one pack, one entry

    @pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": 1}', "cut", *PARTS, "shape", "folder"])
    def test_broken_entry_is_made_anew(self, cache: Cache, damage: str) -> None:
        expected = load(HOUSE_STYLE, cache)
        entry = self.entry(cache)
        whole = entry.read_bytes()
        if damage == "folder":
            entry.unlink()
            entry.mkdir()
        elif damage == "shape":
            head, body = whole.split(b"\n", 1)
            key, _, size = json.loads(head)
            cache.put_parts(entry.stem, key, body[:size].replace(b"matcher", b"macther"), Parts())
        elif damage in PARTS:
            assert PARTS[damage] in whole
            entry.write_bytes(whole.replace(PARTS[damage], PARTS[damage][::-1]))
        else:
            entry.write_bytes(whole[: len(whole) // 2] if damage == "cut" else damage.encode())
        assert load(HOUSE_STYLE, cache) == expected
        if damage != "folder":
            assert entry.read_bytes() == whole

    def test_unwritable_folder_is_no_matter(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", "utf-8")
        assert load(HOUSE_STYLE, Cache(tmp_path / "file" / "below")).definitions

    def test_writers_at_once(self, cache: Cache) -> None:
        with ThreadPoolExecutor(8) as pool:
            packs = list(pool.map(lambda _: load(HOUSE_STYLE, cache), range(32)))
        assert all(pack == packs[0] for pack in packs)
        assert self.entry(cache).suffix == ".bin"  # no draft is left


def test_builtin_packs_keep_the_house_rules() -> None:
    """Codes from 900 on belong to newsrooms, and a pattern without needed literals costs every article."""
    for definition in (definition for pack in builtin_packs(user_cache()) for definition in pack.definitions):
        assert int(definition.rule.code[-3:]) < 900
        assert not isinstance(definition.matcher, Pattern) or definition.matcher.needs
