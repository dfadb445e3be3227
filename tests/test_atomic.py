"""A file is replaced whole or not at all, and stays like itself in all but its content."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintnews.atomic import WriteError, replace_file, save
from lintnews.source import decode

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(b"old")
    return path


def alone(path: Path) -> bool:
    """Whether nothing was left behind beside a file."""
    return [other.name for other in path.parent.iterdir()] == [path.name]


def test_new_content_is_there_and_no_draft(story: Path) -> None:
    replace_file(story, b"old", b"new")
    assert story.read_bytes() == b"new"
    assert alone(story)


@ON_POSIX
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o4755, 0o220])
def test_mode_stays(story: Path, mode: int) -> None:
    story.chmod(mode)
    replace_file(story, b"old", b"new")
    assert stat.S_IMODE(story.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")
def test_owner_and_group_stay(story: Path) -> None:
    os.chown(story, 12345, 23456)
    replace_file(story, b"old", b"new")
    assert (story.stat().st_uid, story.stat().st_gid) == (12345, 23456)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes_stay(story: Path) -> None:
    try:
        os.setxattr(story, "user.desk", b"foreign")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    replace_file(story, b"old", b"new")
    assert os.getxattr(story, "user.desk") == b"foreign"


@ON_POSIX
def test_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    target, link, chain = tmp_path / "desk" / "story.txt", tmp_path / "link.txt", tmp_path / "chain.txt"
    target.write_bytes(b"old")
    link.symlink_to(Path("desk") / "story.txt")
    chain.symlink_to("link.txt")
    replace_file(chain, b"old", b"new")
    assert target.read_bytes() == b"new"
    assert chain.is_symlink()
    assert link.is_symlink()
    assert alone(target)


@ON_POSIX
def test_what_was_changed_in_the_meantime_is_left_alone(story: Path) -> None:
    with pytest.raises(WriteError, match="changed by someone else"):
        replace_file(story, b"older", b"new")
    assert story.read_bytes() == b"old"
    assert alone(story)


@ON_POSIX
def test_what_is_read_only_is_left_alone_by_root_too(story: Path) -> None:
    story.chmod(0o444)
    with pytest.raises(WriteError, match="read-only"):
        replace_file(story, b"old", b"new")
    assert story.read_bytes() == b"old"


@ON_POSIX
def test_what_is_no_plain_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match="no plain file"):
        replace_file(tmp_path / "pipe", b"", b"new")
    with pytest.raises(WriteError, match="no plain file"):
        replace_file(tmp_path, b"", b"new")


@ON_POSIX
def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    for name in ("missing", "round"):
        with pytest.raises(WriteError, match="cannot be written"):
            replace_file(tmp_path / name, b"old", b"new")


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    story = tmp_path / f"{'ж' * 120}.txt"
    story.write_bytes(b"old")
    replace_file(story, b"old", b"new")
    assert story.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("cp1252", b""),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@given(place=st.integers(0, 30), new=st.text("é“”’ ab", max_size=5))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_byte_outside_the_change_stays(
    tmp_path: Path, codec: str, mark: bytes, newline: str, place: int, new: str
) -> None:
    before = mark + f"The café “Ort{newline}“ closes at noon today.{newline}".encode(codec)
    story = tmp_path / "story.txt"
    story.write_bytes(before)
    source = decode(before, str(story))
    save(source, source.text[:place] + new + source.text[place:])
    after, head = story.read_bytes(), mark + source.text[:place].encode(codec)
    assert after == head + new.encode(codec) + before[len(head) :]


def test_a_character_that_the_encoding_lacks_is_told_and_nothing_is_written(story: Path) -> None:
    story.write_bytes("café \x81".encode("latin-1"))
    source = decode(story.read_bytes(), str(story))
    with pytest.raises(WriteError, match=r"cannot hold '’' \(U\+2019\): it is latin-1"):
        save(source, "café’s")
    assert story.read_bytes() == b"caf\xe9 \x81"


def test_what_would_be_read_otherwise_is_not_written(story: Path) -> None:
    story.write_bytes("Ã\xa9 é".encode("cp1252"))
    source = decode(story.read_bytes(), str(story))
    assert source.encoding == "cp1252"
    with pytest.raises(WriteError, match="would be read as utf-8, not as cp1252"):
        save(source, "Ã\xa9")
    assert story.read_bytes() == "Ã\xa9 é".encode("cp1252")
