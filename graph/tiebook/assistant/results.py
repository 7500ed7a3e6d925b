"""What the tools return. The order of the fields is the order in which an assistant reads them: the verdict first.

Fields that hold nothing are left out of what is sent, so each of them has a default.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from tiebook.questions.options import RESERVED

# of each option that most questions take: what it leaves out; here, because `parameters` of `ask` and `takes` both say it
_LEAVES_OUT: Final = {
    "as_of": "ties that ended before this day or began after it; undated ones stay",
    "source": "all other sources",
    "as_seen_by": "what anybody else vouches for",
    "asserted_only": "what the author only reports from others, or disputes",
    "no_inferred": "what a coder inferred from a passage",
}
FURTHER: Final = "; ".join(f"{each.name} ({each.kind}) leaves out {_LEAVES_OUT[each.name]}" for each in RESERVED)


def _without_titles(schema: dict[str, Any]) -> None:
    """Remove pydantic's titles from a schema: each repeats the name of its field, at the cost of an assistant's tokens."""
    schema.pop("title", None)
    for each in schema.get("properties", {}).values():
        each.pop("title", None)


class Result(BaseModel):
    """A part of what a tool returns."""

    model_config = ConfigDict(frozen=True, json_schema_extra=_without_titles)

    def sent(self) -> dict[str, Any]:
        """Return it as JSON has it, without what holds nothing."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Receipt(Result):
    """The words or the record that something rests on. `claim` is the id that `evidence` takes."""

    claim: str
    quote: str | None = None
    paragraph: int | None = None
    holder: str | None = Field(default=None, description="who vouches for it")
    source: str | None = None
    side: str | None = Field(default=None, description="which part of the row it supports, where not all of it")


class Parameter(Result):
    """A parameter of a stored question."""

    name: str
    type: str = Field(
        description="actor, entity (an actor, instrument, event, place, factor or issue), source, claim: a name or an id; "
        "tie, mode: as the codebook has them; date: 2020-10-19; year: 2020; integer; text; flag: true or false"
    )
    help: str
    needed: bool = False
    default: str | None = None


class StoredQuestion(Result):
    """A stored question that `ask` takes by its name. `parameters` that are not `needed` may be left out."""

    name: str
    question: str
    note: str | None = Field(default=None, description="what it leaves to other questions")
    takes_in_short: str | None = Field(default=None, description="name and type of each parameter; ? may be left out")
    parameters: list[Parameter] = []
    takes: list[str] = Field(default=[], description=f"further parameters, none of them needed. {FURTHER}")
    understood: dict[str, str] = Field(default={}, description="values for the parameters, as the words name them")


class FoundQuestions(Result):
    """Stored questions, the nearest first."""

    summary: str
    questions: list[StoredQuestion]


class Choice(Result):
    """A question that free words may mean, for `ask`; `lacking` are parameters that it still needs."""

    question: str
    title: str
    parameters: dict[str, str] = {}
    lacking: list[str] = []


class Said(Result):
    """A claim that is not a fact. `marks` say what it is: denied, sought by somebody, feared..."""

    marks: list[str]
    says: str
    receipt: Receipt


class SaidKind(Result):
    """Claims of one kind about what was asked; `claims` may be the first few of `count`."""

    kind: str
    count: int
    shown: str | None = Field(
        default=None, description="where not all are here: how many are, and how to get the others"
    )
    claims: list[Said] = []


class Row(Result):
    """A row. A mark qualifies all of it: a row that is denied, sought or feared is not a fact, an inferred one is a coder's."""

    number: int
    marks: list[str] = []
    values: dict[str, Any]
    receipts: list[Receipt] = []
    more_receipts: int = Field(default=0, description="how many it has beside these")


class Group(Result):
    """Rows under one heading, or under none."""

    heading: str | None = None
    marks: list[str] = []
    receipts: list[Receipt] = Field(default=[], description="passages that name the heading and say no more")
    rows: list[Row] = []


Asked = Literal["answered", "only_said", "nothing_coded"]
NotAsked = Literal["which", "incomplete", "wrong_parameters", "no_question"]


class Answer(Result):
    """An answer, or why there is none."""

    summary: str = Field(
        description="read this first: how many of all rows are shown, and what is denied or otherwise not a fact"
    )
    outcome: Asked | NotAsked = Field(
        description="answered: rows follow. only_said: not a fact, but it is denied, sought, feared...: see also_said. "
        "nothing_coded: neither; that does not mean it is not so. which, incomplete, wrong_parameters, no_question: nothing was "
        "asked; choose from choices, give what expects says, or ask otherwise"
    )
    question: str | None = Field(default=None, description="the stored question that was asked, in words")
    taken_as: Choice | None = Field(default=None, description="how the free words were taken")
    also_said: list[SaidKind] = Field(default=[], description="claims about the same that are not facts")
    groups: list[Group] = []
    total_rows: int = 0
    next_first: int | None = Field(default=None, description="there are more rows: ask again with this as first")
    notes: list[str] = []
    choices: list[Choice] = []
    expects: StoredQuestion | None = Field(
        default=None, description="what the question takes, where that was not given"
    )


class Evidence(Result):
    """One claim, or one record of a data set, in full."""

    standing: str = Field(
        description="read this first: whether the source states it, a coder inferred it, somebody else is reported to say it, "
        "or it is not a fact: DENIED, sought..."
    )
    claim: str
    says: str | None = None
    quote: str | None = None
    paragraph: int | None = None
    values: dict[str, Any] = Field(
        description="from_name, tie, to_name, mode, negated, stance, held_by, dates...; mode_by: who seeks, fears or expects"
    )
    citation: str | None = None


class NotFound(Result):
    """An id that no claim and no record has."""

    id: str
    why: str


class EvidenceFound(Result):
    """The evidence for each id that was found, in the order of the ids."""

    summary: str
    not_found: list[NotFound] = []
    evidence: list[Evidence] = []


class Source(Result):
    """A loaded source."""

    id: str
    name: str
    claims: int = 0
    ties: int = 0
    covers: str
    universe: str | None = None
    note: str | None = None
    cite_as: str | None = None


class Sources(Result):
    """All that is loaded."""

    summary: str
    sources: list[Source]
