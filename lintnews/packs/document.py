"""YAML to typed values that still know their line. Only nodes are composed; no tag ever builds an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import yaml

from lintnews.source import SourceError, decode
from lintnews.suggest import did_you_mean
from lintnews.unusable import PackError, PackProblem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

T = TypeVar("T")
# The C loader reads a large pack about ten times as fast; not every PyYAML has it.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# A pack needs six levels.
_DEEPEST = 30


class Document:
    """One YAML file and what was found wrong with it so far.

    The readers below take a node and return what the schema expects; where it is something else they note a
    problem and return an empty value, so that one reading finds all problems. Scalars are read as they are
    written: `no` and `1` are the texts "no" and "1".
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[PackProblem] = []
        #: Named lists of words that the phrases of the file may use.
        self.lists: dict[str, tuple[str, ...]] = {}

    def fail(self, node: yaml.Node, message: str) -> None:
        """Note a problem at the place of `node`."""
        mark = node.start_mark
        self.problems.append(PackProblem(self.path, message, mark.line + 1, mark.column + 1))

    def root(self, content: bytes) -> yaml.Node | None:
        """Compose the file; None where it is empty.

        Raises:
            PackError: it is no text, or no YAML.
        """
        try:
            text = decode(content).text
            self._hold_shallow(text)
            node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        except SourceError as error:
            raise PackError([PackProblem(self.path, str(error))]) from error
        except yaml.YAMLError as error:
            raise PackError([self._syntax_problem(error)]) from error
        return node

    def _hold_shallow(self, text: str) -> None:
        # Composing recurses, in C without any limit but the end of the stack.
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 0
                raise PackError([PackProblem(self.path, "is nested too deeply", line, 1)])

    def _syntax_problem(self, error: yaml.YAMLError) -> PackProblem:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        message = f"is not YAML: {what}"
        return (
            PackProblem(self.path, message, mark.line + 1, mark.column + 1)
            if mark
            else PackProblem(self.path, message)
        )

    def items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        """Read a list."""
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.fail(node, f"{what} must be a list")
        return []

    def mapping(self, node: yaml.Node, known: Collection[str], what: str) -> dict[str, yaml.Node]:
        """Read a mapping; unknown and repeated keys are problems."""
        fields: dict[str, yaml.Node] = {}
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, f"{what} must be a mapping of keys to values")
            return fields
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if key not in known:
                self.fail(key_node, f"unknown key {key!r} in {what}{did_you_mean(key, known)}")
            elif key in fields:
                self.fail(key_node, f"key {key!r} is given twice in {what}")
            else:
                fields[key] = value
        return fields

    def text(self, node: yaml.Node, what: str, *, empty: bool = False) -> str:
        """Read a text, which may be the empty one only where `empty` says so."""
        if not isinstance(node, yaml.ScalarNode):
            self.fail(node, f"{what} must be a text")
            return ""
        text: str = node.value
        if not empty and not text.strip():
            self.fail(node, f"{what} is empty")
        return text

    def texts(self, node: yaml.Node, what: str, *, empty: bool = False) -> tuple[str, ...]:
        """Read a text or a list of texts, which may be empty ones only where `empty` says so."""
        if isinstance(node, yaml.SequenceNode):
            if not node.value:
                self.fail(node, f"{what} is empty")
            return tuple(self.text(item, what, empty=empty) for item in node.value)
        return (self.text(node, what, empty=empty),)

    def choice(self, node: yaml.Node, options: Mapping[str, T], what: str) -> T:
        """Read one of the named options; the first of them stands for a wrong one."""
        text = self.text(node, what)
        if text.strip() and text not in options:
            self.fail(node, f"{what} {text!r} is none of {', '.join(options)}{did_you_mean(text, options)}")
        return options.get(text, next(iter(options.values())))
