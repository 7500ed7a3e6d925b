"""What on a server is Tiebook's own, and statements confined to it: other people's nodes may stand in the same database.

Every node that Tiebook makes has the label Tiebook beside its own labels, and its Meta node is called TiebookMeta there. So a
foreign `:Actor` is not one of ours, whatever its id. Statements are written without these labels, for both engines; here they
are put in: into everything that writes, and into what reads where a database holds foreign nodes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tiebook.errors import WriteRefused
from tiebook.model.schema import META

OWN: Final = "Tiebook"
OWN_META: Final = "TiebookMeta"
_TOKEN: Final = re.compile(
    r"""
      (?P<space>\s+|//[^\n\r]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<name>`(?:[^`]|``)*`|[^\W\d]\w*)
    | (?P<param>\$\w+|\$`(?:[^`]|``)*`)
    | (?P<number>[0-9][\w]*(?:\.[0-9]\w*)?)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PATTERN: Final = frozenset({"MATCH", "CREATE", "MERGE"})  # clauses in which a comma parts patterns
_OTHER: Final = frozenset("WHERE RETURN WITH UNWIND SET DELETE DETACH REMOVE ORDER SKIP LIMIT CALL ON UNION".split())
_EXPRESSION: Final = frozenset("|&!%(")  # labels joined by these are taken into brackets
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}


@lru_cache(maxsize=1024)
def marked(cypher: str) -> str:
    """Return a statement that writes, confined to nodes of Tiebook; what it creates is marked as Tiebook's."""
    return _Statement(cypher).rewritten(nodes=True, writes=True)


@lru_cache(maxsize=1024)
def confined(cypher: str, *, shared: bool) -> str:
    """Return a statement that reads.

    shared -- the database holds other nodes than Tiebook's, so that every node of a pattern has to be one of ours

    Raises WriteRefused for paths of any length in a shared database: they could lead over foreign nodes.
    """
    return _Statement(cypher).rewritten(nodes=shared, writes=False)


class _Statement:
    """A statement as tokens: `kinds` and `texts` of those that are not space, `at` their places among all."""

    def __init__(self, cypher: str) -> None:
        self._all = [(match.lastgroup or "", match.group()) for match in _TOKEN.finditer(cypher)]
        self._at = [place for place, (kind, _) in enumerate(self._all) if kind != "space"]
        self._kinds = [self._all[place][0] for place in self._at]
        self._texts = [self._all[place][1] for place in self._at]
        self._ends = self._brackets()
        self._starts = {end: start for start, end in self._ends.items()}

    def rewritten(self, *, nodes: bool, writes: bool) -> str:
        """Return the text with the labels put in."""
        before: dict[int, str] = {}
        after: dict[int, str] = {}
        clauses = self._clauses()
        for index, text in enumerate(self._texts):
            if text == META and self._is_label(index):
                self._all[self._at[index]] = ("name", OWN_META)
            elif text.lower() == "labels" and self._text(index + 1) == "(" and self._text(index - 1) != ".":
                before[index] = "[label IN " + before.get(index, "")
                shown = f"WHERE label <> '{OWN}' | replace(label, '{OWN_META}', '{META}')]"
                after[self._ends[index + 1]] = f" {shown}"
            elif nodes and text == "(" and self._is_node(index, clauses):
                self._mark(index, clauses[index] if writes else "", before, after)
            elif nodes and not writes and self._is_long(index):
                raise WriteRefused(
                    "refused: a path of any length, as the database also holds nodes that are not Tiebook's",
                    hint="write its steps one by one, or give Tiebook a database of its own (NEO4J_DATABASE)",
                )
        parts = [text for _, text in self._all]
        for index, place in enumerate(self._at):
            parts[place] = before.get(index, "") + parts[place] + after.get(index, "")
        return "".join(parts)

    def _mark(self, opened: int, clause: str, before: dict[int, str], after: dict[int, str]) -> None:
        """Put the label into the node pattern that opens here."""
        end = self._ends[opened]
        first = opened + 1
        if self._kinds[first] == "name" and self._text(first).upper() not in ("WHERE", "IS"):
            first += 1  # the variable
        labelled = self._text(first) == ":" or self._text(first).upper() == "IS"
        if not labelled:
            # in CREATE and MERGE a bare variable stands for a node that was found before, and empty brackets in MATCH are
            # the ends of a tie that its own id finds
            if not clause or (clause == "MATCH" and end != opened + 1) or self._text(first) in ("{", "$"):
                after[first - 1] = after.get(first - 1, "") + f":{OWN}"
            return
        last = first + 1
        while last < end and self._text(last) not in ("{", "WHERE") and self._kinds[last] != "param":
            last = self._ends.get(last, last) + 1
        labels = self._texts[first + 1 : last]
        if labels == [META]:
            return
        if _EXPRESSION.isdisjoint(labels):
            # a statement must not have both `:` and `&`, and one that reads may have `|` elsewhere
            for index in range(first + 1, last):
                if not clause and self._text(index) == ":":
                    self._all[self._at[index]] = ("mark", "&")
            after[last - 1] = after.get(last - 1, "") + f"{':' if clause else '&'}{OWN}"
        else:
            before[first + 1] = "(" + before.get(first + 1, "")
            after[last - 1] = after.get(last - 1, "") + f")&{OWN}"

    def _is_node(self, opened: int, clauses: Sequence[str]) -> bool:
        """Return whether a bracket opens the pattern of a node, and not an expression or the arguments of a function."""
        end = self._ends.get(opened)
        if end is None or not self._looks_like_a_node(opened, end):
            return False
        one, two = self._text(opened - 1), self._text(opened - 2)
        if (one == "-" and two in ("]", "-")) or (one == ">" and two == "-"):
            return True
        following = self._texts[end + 1 : end + 4]
        if following[:2] == ["-", "["] or (following[:2] == ["<", "-"] and following[2:] in (["["], ["-"])):
            return True
        if following[:2] == ["-", "-"] and following[2:] in (["("], [">"]):
            return True
        return one.upper() in _PATTERN or (one in (",", "=") and clauses[opened] in _PATTERN)

    def _looks_like_a_node(self, opened: int, end: int) -> bool:
        first = opened + 1
        if first < end and self._kinds[first] == "name" and self._text(first).upper() not in ("WHERE", "IS"):
            first += 1
        text = self._text(first)
        return first == end or text in (":", "{") or self._kinds[first] == "param" or text.upper() in ("WHERE", "IS")

    def _is_long(self, index: int) -> bool:
        """Return whether a path of any length is here: `-[*]-`, `-->+`, `((a)-[]-(b)){1,3}`."""
        text, before = self._text(index), self._text(index - 1)
        if text == "[":
            end = self._ends.get(index, index)
            return before == "-" and self._text(end + 1) == "-" and "*" in self._texts[index:end]
        if text not in ("*", "+", "{"):
            return False
        if before in ("-", ">"):
            return self._text(index - 2) in ("-", "]")
        opened = self._starts.get(index - 1, index)
        return before == ")" and any(
            self._text(inner) == "[" and self._text(inner - 1) == "-" for inner in range(opened, index)
        )

    def _is_label(self, index: int) -> bool:
        """Return whether a name is a label: after a colon, but not as the value of a key in a map."""
        if self._text(index - 1) in ("|", "&", "!"):
            return True
        return self._text(index - 1) == ":" and not self._in_map(index)

    def _in_map(self, index: int) -> bool:
        opened = max((start for start, end in self._ends.items() if start < index < end), default=-1)
        return opened >= 0 and self._text(opened) == "{" and self._text(opened + 2) == ":"

    def _clauses(self) -> list[str]:
        """Return for each token the clause that it stands in, as far as its brackets reach."""
        found: list[str] = []
        stack = [""]
        for index, text in enumerate(self._texts):
            word = text.upper() if self._kinds[index] == "name" and self._text(index - 1) not in (".", ":") else ""
            if word in _PATTERN or word in _OTHER:
                stack[-1] = word if word in _PATTERN else ""
            found.append(stack[-1])
            if text in _CLOSING:
                stack.append("")
            elif text in _CLOSING.values() and len(stack) > 1:
                stack.pop()
        return found

    def _brackets(self) -> dict[int, int]:
        """Return where each bracket that is opened is closed."""
        found: dict[int, int] = {}
        stack: list[int] = []
        for index, (kind, text) in enumerate(zip(self._kinds, self._texts, strict=True)):
            if kind == "mark" and text in _CLOSING:
                stack.append(index)
            elif kind == "mark" and text in _CLOSING.values() and stack:
                found[stack.pop()] = index
        return found

    def _text(self, index: int) -> str:
        return self._texts[index] if 0 <= index < len(self._texts) else ""
