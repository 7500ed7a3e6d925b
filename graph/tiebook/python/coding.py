"""Coding: a case checked, its text by paragraph, two codings compared, a table's declaration drafted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from tiebook import ask as asking
from tiebook.ask.document.answered import Parts
from tiebook.errors import UsageError
from tiebook.python.connected import Connected, Pathlike
from tiebook.python.listings import listed
from tiebook.support.numbers import counted

if TYPE_CHECKING:
    from tiebook.agree.report import Agreement
    from tiebook.case import Case, Text
    from tiebook.python.answers.answer import Answer


_NOUNS: Final = {"unmatched": "claim", "disagreements": "disagreement", "matches": "pair"}


@dataclass(frozen=True, slots=True, repr=False)
class Checked:
    """A case without faults. `verified` says whether its text was available; `case` is the case itself, with its notes."""

    case: Case
    verified: bool

    @classmethod
    def of(cls, folder: Path, text: Text | None) -> Checked:
        """Check a case.

        Raises BadCase with every fault.
        """
        from tiebook.case import open_case  # noqa: PLC0415

        return cls(open_case(folder, text), text is not None)

    @property
    def summary(self) -> str:
        """A line with the state of the case."""
        case = self.case
        states = ", ".join(f"{count} {state}" for state, count in sorted(case.quotes.items()))
        unverified = "no quotes yet" if self.verified else "quotes not verified: no text was given"
        quotes = f"quotes: {states}" if states else unverified
        return f"{case.id}: {counted(len(case.entities), 'entity')}, {counted(len(case.claims), 'claim')}, no faults; {quotes}"

    def __repr__(self) -> str:
        """Return the summary, and the notes."""
        return "\n".join([*(f"Note: {note}" for note in self.case.notes), self.summary])

    def _repr_html_(self) -> str:
        """Return the same, every text escaped."""
        return f"<pre>{escape(repr(self))}</pre>"


class Coding(Connected):
    """The part of a graph's interface that works on coded articles and tables, beside the graph."""

    def check(self, case: Pathlike, *, text: Pathlike | None = None) -> Checked:
        """Check a case, a folder or the name of one that ships; with its text every quote too.

        Raises BadCase, whose `faults` has a line for each fault: file:line, what is wrong, what would be right.
        """
        from tiebook.sync.cases import find_case, text_of_case  # noqa: PLC0415

        folder = find_case(str(case))
        return Checked.of(folder, text_of_case(folder, None if text is None else Path(text)))

    def text(self, case: Pathlike, paragraph: int | None = None, *, text: Pathlike | None = None) -> Answer:
        """Return a case's text: a row for each paragraph with its number, its words and the ids of the claims coded there.

        Raises TextNotFound if the text is not available, UsageError for a paragraph that it does not have.
        """
        from tiebook.case import open_case  # noqa: PLC0415
        from tiebook.sync.cases import find_case, needed_text_of_case  # noqa: PLC0415

        folder = find_case(str(case))
        found = needed_text_of_case(folder, None if text is None else Path(text), "text=FILE")
        if paragraph is not None and found.paragraph(paragraph) is None:
            raise UsageError(f"the text has {len(found.paragraphs)} paragraphs")
        coded = open_case(folder, found)
        rows = [
            (
                each.number,
                " ".join(each.text.split()),
                [claim.id for claim in coded.claims if claim.paragraph == each.number],
            )
            for each in found.paragraphs
            if paragraph in (None, each.number)
        ]
        heading = f"What does {coded.source.title} say?"
        return self._answer(listed("Text", heading, ("paragraph", "text", "claims"), rows, noun="paragraph"))

    def agree(
        self,
        case_a: Pathlike,
        case_b: Pathlike,
        *,
        text: Pathlike | None = None,
        paragraphs: Collection[int] = (),
        show: Literal["report", "categories", "unmatched", "disagreements", "matches"] = "report",
        least: float = 0.0,
        upper_bound: bool = False,
        seed: int = 0,
        draws: int = 1000,
    ) -> Answer:
        """Return how far two codings of one text agree; claims are matched by the overlap of their passages only.

        text -- the text of both: gives the places of quotes; else the one that each case.toml names
        paragraphs -- only claims of these
        show -- which table
        least -- passages match when they share more than this part (0 to 1)
        upper_bound -- pair claims on equal passages so that they agree most: circular
        seed, draws -- of the bootstrap

        `answer.said` tells what to know of the figures.

        Raises BadCase, UsageError where they code different texts.
        """
        found = agreement_of(
            str(case_a),
            str(case_b),
            None if text is None else Path(text),
            paragraphs=frozenset(paragraphs),
            least=least,
            upper_bound=upper_bound,
            seed=seed,
            draws=draws,
        )
        return self._answer(part_of(found, show, str(case_a), str(case_b)), said=tuple(remarks_on(found)))

    def map(
        self,
        file: Pathlike,
        nodes: Pathlike | None = None,
        *,
        type: str | Sequence[str],  # noqa: A002 -- as the option is called
        encoding: str | None = None,
    ) -> str:
        """Return a draft of the declaration (source.toml) of a table that Tiebook does not know, for you to check.

        nodes -- the table of the nodes, if the file is one of edges whose ends are numbers of nodes
        type -- the type of tie that a row makes, the column that names types, or one type for each value of a column:
            `["1=SUPPORTS", "-1=OPPOSES"]`
        encoding -- of the file, where it cannot be guessed

        Raises BadSource if the file is not a table, UnknownName for a type that the codebook does not have.
        """
        from tiebook.sources.draft_declaration import draft  # noqa: PLC0415

        return draft(Path(file), type, encoding=encoding, nodes=None if nodes is None else Path(nodes))


def agreement_of(
    case_a: str,
    case_b: str,
    text: Path | None,
    *,
    paragraphs: frozenset[int] = frozenset(),
    least: float = 0.0,
    upper_bound: bool = False,
    seed: int = 0,
    draws: int = 1000,
) -> Agreement:
    """Return the agreement of two cases, each a folder or the name of one that ships."""
    from tiebook.agree.match import passages  # noqa: PLC0415
    from tiebook.agree.report import Agreement  # noqa: PLC0415
    from tiebook.agree.report import Coding as CodedText  # noqa: PLC0415
    from tiebook.case import open_case  # noqa: PLC0415
    from tiebook.case.check import text_named_by  # noqa: PLC0415
    from tiebook.sync.cases import find_case, text_of_case  # noqa: PLC0415

    folders = [find_case(name) for name in (case_a, case_b)]
    texts = [text_of_case(folder, text) for folder in folders]
    cases = [open_case(folder, found) for folder, found in zip(folders, texts, strict=True)]
    one, other = (
        CodedText(case, passages(case, found), text_named_by(folder) if found is None else None)
        for folder, case, found in zip(folders, cases, texts, strict=True)
    )
    return Agreement(one, other, paragraphs, least, upper_bound, seed, draws)


def part_of(agreement: Agreement, part: str, case_a: str, case_b: str) -> asking.Answer:
    """Return one table of an agreement as an answer."""
    from tiebook.agree import PARTS  # noqa: PLC0415
    from tiebook.sync.cases import find_case  # noqa: PLC0415

    table = agreement.table() if part == "report" else getattr(agreement, part)()
    heading = PARTS[part].format(one=find_case(case_a), other=find_case(case_b))
    if part in _NOUNS:  # claims of two codings, which no graph holds: they have no receipts, and nothing qualifies them
        return asking.Answer("Agreement", heading, "", {}, table, parts=Parts(flat=True, noun=_NOUNS[part]))
    return asking.Answer("Agreement", heading, "", {}, table)


def remarks_on(agreement: Agreement) -> Iterator[str]:
    """Return what a reader of the figures should know."""
    for missing in dict.fromkeys(coding.missing for coding in (agreement.one, agreement.other)):
        if missing is not None:
            yield f"{missing}, the text that case.toml names, is not there, so quotes were not located in it."
    passages: list[Any] = [passage for side in agreement.sides for passage in side]
    if any(passage.place is None for passage in passages):
        yield "Some positions are unknown, so overlap is guessed from words there. --text FILE gives positions."
    if not all(coding.case.source.sha256 for coding in (agreement.one, agreement.other)):
        yield "A coding has no hash of its text, so nothing shows that both code the same text."
    tied = sum(pair.tied for pair in agreement.pairs)
    if tied:
        how = "so that they agree most: an upper bound, not a result" if agreement.favour else "in the order of coding"
        yield (f"{tied} of {len(agreement.pairs)} pairs share their passage with other claims; they are paired {how}.")
    mapped = sorted(f"{other} = {one}" for other, one in agreement.names.items() if other != one)
    if mapped:
        yield f"Taken as the same: {', '.join(mapped)}."
