"""An answer as Python has it: rows that know their graph, so that they can be drawn, cited and traced to their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from tiebook import ask as asking
from tiebook.errors import UsageError
from tiebook.python.calls import checked, in_calls
from tiebook.questions.pictures import NETWORK

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from tiebook.ask.document.structure import Document, Receipt
    from tiebook.pictures import AnswerPicture
    from tiebook.python.answers.receipts import Home
    from tiebook.view.notebook import Picture

_SHOWN = 5  # rows in a repr


class Answer(asking.Answer):
    """The answer to a question, in order: iterate over it for dicts, or take `to_pandas()`.

    Both have, where the rows are of claims or ties, a last column `marks`: what the document shows beside the row ("inferred",
    "denied; undated", "reported by Iran"), and "" where nothing does.

    title, question -- the question's title, and the question in words with its values filled in
    columns, rows -- the rows as the query gave them, as tuples, without marks
    parameters -- as resolved: ids of actors, dates as dates
    searched -- the sources that could hold it, where it is empty, names days, or its coverage was asked for
    groups -- the groups that were taken as their members
    taken_as -- the call that a question in free words was taken for
    said -- of a measure: of how many ties it is, and what to know of it

    A notebook shows the document: heading, counts, rows, what is also said but is not a fact, notes, receipts.
    """

    __slots__ = ("_graph", "said", "taken_as")
    FIELDS: ClassVar[tuple[str, ...]] = (*asking.Answer.FIELDS, "taken_as", "said", "_graph")

    def __init__(
        self,
        *own: Any,
        taken_as: str | None = None,
        said: tuple[str, ...] = (),
        _graph: Home | None = None,
        **more: Any,
    ) -> None:
        super().__init__(*own, **more)
        self.taken_as = taken_as
        self.said = said
        self._graph = _graph

    @classmethod
    def of(cls, found: asking.Answer, graph: Home, taken_as: str | None = None, said: tuple[str, ...] = ()) -> Self:
        """Return an answer as one that knows its graph."""
        own = {name: getattr(found, name) for name in asking.Answer.FIELDS}
        return cls(**own, taken_as=taken_as, said=said, _graph=graph)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Return each row as a dict by column, with its marks."""
        from tiebook.ask.forms.data import flat  # noqa: PLC0415 -- not every answer is taken row by row

        columns, rows = flat(self)
        return (dict(zip(columns, row, strict=True)) for row in rows)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Notes on the answer as a whole: why it is empty, what was cut, what lies outside a source's coverage."""
        return tuple(self.remarks_on(self.document()))

    def remarks_on(self, document: Document) -> list[str]:
        """Return the remarks, where its document is available."""
        taken = [] if self.taken_as is None else [f"Taken as: {self.taken_as}"]
        own = self.notes if self.rows else ()
        return [*taken, *self.said, *own, *(in_calls(note.text) for note in document.notes)]

    def to_pandas(self) -> pd.DataFrame:
        """Return the flat rows as a data frame, with the dtypes that a column has whether or not there are rows.

        Its index, `row`, is the number under which the document shows a row, as `evidence` takes it; 0 where a row is shown
        as the heading of others, and one number for rows that the document shows as one.

        Its last column, `marks`, qualifies each row that is of claims or ties, as in the document.

        Dtypes: whole numbers Int64, other numbers Float64, truth values boolean, days datetime64[s], texts string; columns
        of which the codebook declares the values (`tie`, `mode`, `stance`...) are categories with all of those; lists stay
        lists. Dates as stated (`since`, `until`) are text in EDTF ("2015-10"); their bounds are days.

        `frame.attrs` holds question, name, parameters, notes (why it is empty), also_said and taken_as, as plain values.
        """
        from tiebook.python.answers.frames import frame_of  # noqa: PLC0415 -- pandas is heavy

        return frame_of(self, self.remarks_on, self.taken_as)

    def view(self) -> AnswerPicture | Picture:
        """Return the picture of the answer in the shape of its question: shown in a notebook, or `.save("x.svg")`.

        Raises UsageError if the answer names nothing that can be drawn.
        """
        from tiebook.pictures import picture  # noqa: PLC0415

        graph, name = self._home(), self.parts.name
        return picture(graph.engine, self, graph.library.get(name).shape if name else NETWORK)

    @checked
    def evidence(self, row: int | str | None = None) -> Answer:
        """Return all that is known of the claims or records that a row rests on: who says so, in which words, about which dates.

        row -- the number that the document shows before the row (from 1), the letter before a heading, or the id of a claim
            or tie, which may be short; without it, what all rows rest on

        Raises UnknownName for a row that is not there, UsageError where a row names neither claim nor record.
        """
        from tiebook.python.answers.receipts import evidence_of  # noqa: PLC0415

        home = self._home()
        return Answer.of(evidence_of(home, self, row), home)

    @checked
    def receipts(self, row: int | str) -> tuple[Receipt, ...]:
        """Return the receipts that the document shows with a row: quote, paragraph, holder, source, short id.

        row -- its number (from 1), or the letter of a heading

        Raises UnknownName for a row that is not there.
        """
        from tiebook.python.answers.receipts import receipts_shown  # noqa: PLC0415

        return receipts_shown(self, row)

    @checked
    def cite(self, *, form: Literal["text", "bibtex", "csl"] = "text") -> str:
        """Return the citations of the sources that the answer used, and of Tiebook.

        Raises UsageError for another form.
        """
        from tiebook.ask.cite import citations, used, written  # noqa: PLC0415

        engine = self._home().engine
        return written(citations(engine, used(engine, self)[0]), form)

    def __repr__(self) -> str:
        """Return heading, counts, the first rows and the notes as text."""
        from tiebook.python.answers.shown import answer_text  # noqa: PLC0415

        return answer_text(self, _SHOWN, self.remarks_on)

    def _repr_html_(self) -> str:
        """Return what a notebook shows, every text escaped."""
        from html import escape  # noqa: PLC0415

        from tiebook.ask.document.notebook_html import as_html  # noqa: PLC0415 -- only for notebooks

        taken = "" if self.taken_as is None else f"<p>Taken as: <code>{escape(self.taken_as)}</code></p>"
        document = self.document()
        notes = tuple(note._replace(text=in_calls(note.text)) for note in document.notes)
        return f"{taken}{as_html(document._replace(notes=notes))}"

    def _home(self) -> Home:
        if self._graph is None:
            raise UsageError("the graph of this answer has been closed", hint="ask again")
        return self._graph
