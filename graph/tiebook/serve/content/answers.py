"""An answer in the form that its address names: .json, .csv, .md, as citations, or as a picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from starlette.responses import Response

from tiebook.ask import Answer
from tiebook.ask.forms.data import as_csv, as_json, flat, json_of
from tiebook.ask.forms.markdown import markdown_lines
from tiebook.engine import Engine
from tiebook.errors import LimitReached

DATA: Final = {
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
}
CITED: Final = {".txt": "text", ".bib": "bibtex"}


def split_form(path: str, forms: tuple[str, ...]) -> tuple[str, str]:
    """Return a path without the ending that names a form, and that ending; "" if it has none."""
    ending = next((form for form in forms if path.endswith(form)), "")
    return (path[: -len(ending)], ending) if ending else (path, "")


def data_of(answer: Answer, form: str, name: str, most: int, *, coverage: bool = False, wide: bool = False) -> Response:
    """Return the rows as the command line gives them with -f json, csv or markdown.

    Raises LimitReached for more rows than `most`.
    """
    if len(answer) > most:
        raise LimitReached(
            f"{len(answer):,} rows are too many to send at once", hint="ask for less, or use the command line"
        )
    document = answer.document(wide=wide, coverage=coverage)
    if form == ".json":
        text = as_json(json_of(answer, document, {}), indent=2) + "\n"
    elif form == ".csv":
        text = as_csv(*flat(answer))
    else:
        text = "\n".join(markdown_lines(document)) + "\n"
    return file_of(text, DATA[form], f"{name}{form}" if form == ".csv" else None)


def rows_of(records: list[dict[str, Any]], columns: list[str], form: str, name: str) -> Response:
    """Return the rows of a page that is not an answer of `ask` in one of the forms."""
    if form == ".json":
        return file_of(as_json(records, indent=2) + "\n", DATA[form])
    rows = [[record[column] for column in columns] for record in records]
    if form == ".csv":
        return file_of(as_csv(columns, rows), DATA[form], f"{name}{form}")
    from tiebook.ask.forms.markdown import table_lines  # noqa: PLC0415 -- of these pages only

    return file_of("\n".join(table_lines(columns, rows)) + "\n", DATA[form])


def citations_of(engine: Engine, answer: Answer, form: str) -> Response:
    """Return how to cite what an answer used."""
    from tiebook.ask.cite import used  # noqa: PLC0415 -- few answers are cited

    return cited(engine, used(engine, answer)[0], form)


def cited(engine: Engine, sources: Iterable[str], form: str) -> Response:
    """Return how to cite sources, and Tiebook."""
    from tiebook.ask.cite import FORMS, citations  # noqa: PLC0415

    text = FORMS[CITED[form]](citations(engine, sources))
    return file_of(text + "\n", "text/plain; charset=utf-8")


def file_of(text: str, kind: str, name: str | None = None) -> Response:
    """Return a text as a response; a name makes the browser save it."""
    headers = {"content-disposition": f'attachment; filename="{name}"'} if name and name.isascii() else {}
    return Response(text.encode("utf-8", "replace"), media_type=kind, headers=headers)
