"""What a question's header says of it, as far as it speaks of what an assistant sees and can give."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from tiebook.ask.document.marks import MARK_COLUMNS
from tiebook.ask.document.receipts import receipt_columns
from tiebook.assistant.parts import in_calls
from tiebook.questions.options import FILES, SHOWING

if TYPE_CHECKING:
    from tiebook.questions import Question

_OPTION: Final = re.compile(r"--([a-z][a-z-]*)")
_COVERAGE: Final = "--coverage"  # of the command; here a tool of its own
_OTHER_COMMAND: Final = re.compile(r"\btiebook (?!ask\b)[a-z]+")
_ON_SCREEN: Final = frozenset(each.name for each in (*FILES, *SHOWING)) | {"format"}
_NAME: Final = re.compile(r"\b[a-z]+_[a-z_]*")
_SAYING: Final = "is|are|list|lists|count|counts|say|says|cover|covers|mean|means|name|names"
_KEPT: Final = ("inferred", "when")  # a mark and a column that every answer may have


def about(question: Question) -> str | None:
    """Return what a question's header says of it, with the names of parameters as `ask` takes them.

    A statement about a column that the document leaves out (marks and receipts say it, or only a table has room for it), and
    one about a command or an option that an assistant has not, would send it to look for what is not there: it is left out.
    """
    if not question.note:
        return None
    there = seen(question)
    hidden = frozenset(question.returns) - there
    known = there.union((param.name for param in question.params), question.takes)
    kept = []
    for sentence in re.split(r"(?<=[^.]\.) ", question.note.replace(_COVERAGE, "the tool sources")):
        clauses = list(takewhile(lambda each: not _is_of_others(each, hidden, known), sentence.split("; ")))
        if clauses:  # what follows the first that is left out leans on it
            kept.append(f"{'; '.join(clauses).rstrip('.')}.")
    text = _OPTION.sub(lambda found: found[1].replace("-", "_"), in_calls(" ".join(kept)))
    return text or None


def seen(question: Question) -> frozenset[str]:
    """Return the names of the columns that a document of a question's answer may show."""
    shown = question.shows or tuple(
        column for column in question.returns if column not in {*receipt_columns(question.returns), *MARK_COLUMNS}
    )
    return frozenset((*shown, *_KEPT, *question.headings))


def _is_of_others(clause: str, hidden: Collection[str], known: Collection[str]) -> bool:
    """Return whether a clause is about a column that is not shown, or a command or an option of the command line only."""
    if _OTHER_COMMAND.search(clause) or _ON_SCREEN & set(_OPTION.findall(clause)):
        return True
    if any(name not in known for name in _NAME.findall(clause)):
        return True
    if not hidden:
        return False
    name = f"(?:{'|'.join(map(re.escape, sorted(hidden)))})"
    said = rf"(?:^|\band |[:,] ){name}(?: (?:{_SAYING})\b|:)|\b(?:read|column) {name}\b"
    return re.search(said, clause) is not None
