"""How to cite: which sources an answer used, and each as text, BibTeX or CSL-JSON, in its makers' own words where they say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tiebook.ask.answer import Answer
from tiebook.ask.coverage import searched
from tiebook.engine.base import Engine
from tiebook.errors import UsageError
from tiebook.model.version import VERSION

_KINDS: Final = {"article": ("article", "article"), "dataset": ("misc", "dataset"), "software": ("misc", "software")}
_LATEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is cited: a coded article, a data set, or Tiebook itself.

    kind -- "article", "dataset" or "software"
    issued -- a date in EDTF; `version` the release of a data set
    stated -- how its makers want to be cited
    coder, coded_on -- who coded the article for Tiebook, and when
    person -- the author is one, and not an institution
    """

    id: str
    kind: str
    title: str
    author: str | None = None
    outlet: str | None = None
    issued: str | None = None
    version: str | None = None
    url: str | None = None
    stated: str | None = None
    licence: str | None = None
    coder: str | None = None
    coded_on: date | None = None
    person: bool = False

    @property
    def work(self) -> str:
        """The citation itself, as a sentence: the makers' own, or one made of what is known."""
        if self.stated:
            return _sentence(self.stated)
        author = f"{self.author} ({self.issued or 'n.d.'}). " if self.author else ""
        place = "".join(f" {_sentence(part)}" for part in (self.outlet, self.url) if part)
        return f"{author}{_sentence(self.title)}{place}"

    @property
    def notes(self) -> list[str]:
        """What belongs to it beside: the release, the coding, the terms."""
        coding = f"Coded for Tiebook by {self.coder}{f', {self.coded_on}' if self.coded_on else ''}"
        said = [
            f"Release {self.version}" if self.version and self.kind == "dataset" else None,
            coding if self.coder else None,
            f"Terms: {self.licence}" if self.licence else None,
        ]
        return [_sentence(each) for each in said if each]

    @property
    def year(self) -> str | None:
        """The year in `issued`, where there is one."""
        found = re.match(r"\d{4}", self.issued or "")
        return found[0] if found else None


TIEBOOK: Final = Citation(
    id="tiebook",
    kind="software",
    title="Tiebook: a relationship graph database of actors and ties for international relations",
    author="Tiebook developers",
    version=VERSION,
    stated=f"Tiebook developers. Tiebook: a relationship graph database of actors and ties for international relations, "
    f"version {VERSION} [computer software]",
    licence="MIT",
)


def used(engine: Engine, answer: Answer) -> tuple[list[str], bool]:
    """Return the ids of the sources that an answer used, and whether its rows and groups name them.

    Where they do not (an empty answer, a count over everything), it used all that it looked through.
    """
    loaded = [str(row[0]) for row in engine.read("MATCH (s:Source) RETURN s.id AS id ORDER BY id").rows]
    named = set(_named(answer)) & set(loaded)
    if named:
        return sorted(named), True
    looked = answer.searched or searched(engine, answer.parameters.get("source"))
    return [source.id for source in looked], False


def citations(engine: Engine, ids: Iterable[str] | None = None) -> list[Citation]:
    """Return the citations of some sources, or of all that are loaded, and of Tiebook."""
    table = engine.read(
        "MATCH (s:Source) RETURN s.id AS id, s.kind AS kind, s.name AS name, s.full_title AS title, s.author AS author,"
        " s.outlet AS outlet, s.date AS issued, s.version AS version, s.url AS url, s.citation AS stated,"
        " s.licence AS licence, s.coder AS coder, s.coded_on AS coded_on ORDER BY id"
    )
    wanted = None if ids is None else set(ids)
    rows = [row for row in table.records() if wanted is None or row["id"] in wanted]
    authors = [row["author"] for row in rows if row["author"]]
    known = engine.read(
        "MATCH (a:Actor) WHERE a.id IN $ids RETURN a.id AS id, a.name AS name, a.kind AS kind", {"ids": authors}
    )
    actors = {row["id"]: row for row in known.records()}
    found = []
    for row in rows:
        name = row.pop("name")
        author = actors.get(row["author"], {"name": row["author"], "kind": None})
        own = {"title": row["title"] or name, "author": author["name"], "person": author["kind"] == "Person"}
        found.append(Citation(**row | own))
    return [*found, TIEBOOK]


def as_text(found: Sequence[Citation]) -> str:
    """Return a paragraph for each."""
    return "\n\n".join("\n".join([f"[{each.id}] {each.work}", *(f"  {note}" for note in each.notes)]) for each in found)


def as_bibtex(found: Sequence[Citation]) -> str:
    """Return an entry for each; a citation that its makers ask for stands in the note."""
    return "\n\n".join("\n".join(_bibtex(each)) for each in found)


def as_csl(found: Sequence[Citation]) -> str:
    """Return CSL-JSON, which reference managers read."""
    return json.dumps([csl_item(each) for each in found], ensure_ascii=False, indent=2)


FORMS: Final[dict[str, Callable[[Sequence[Citation]], str]]] = {"text": as_text, "bibtex": as_bibtex, "csl": as_csl}


def written(found: Sequence[Citation], form: str) -> str:
    """Return citations in the form with a name.

    Raises UsageError if there is no such form.
    """
    if form not in FORMS:
        raise UsageError(f"{form!r} is not a form of citations", hint=f"form is one of {', '.join(FORMS)}")
    return FORMS[form](found)


def csl_item(each: Citation) -> dict[str, Any]:
    """Return one item of CSL-JSON."""
    issued = [int(part) for part in each.issued.split("-")] if each.issued and _whole(each.issued) else None
    item = {
        "id": each.id,
        "type": _KINDS[each.kind][1],
        "title": each.title,
        "author": [{"literal": each.author}] if each.author else None,
        "container-title": each.outlet,
        "issued": {"date-parts": [issued]} if issued else {"literal": each.issued} if each.issued else None,
        "version": each.version,
        "URL": each.url,
        "note": " ".join(_beside(each)) or None,
    }
    return {name: value for name, value in item.items() if value is not None}


def _bibtex(each: Citation) -> Iterator[str]:
    yield f"@{_KINDS[each.kind][0]}{{{re.sub('[^A-Za-z0-9:._-]', '-', each.id)},"
    fields = {
        "title": f"{{{_latex(each.title)}}}",
        "author": (_latex(each.author) if each.person else f"{{{_latex(each.author)}}}") if each.author else None,
        "journal": _latex(each.outlet) if each.outlet else None,
        "year": each.year,
        "version": _latex(each.version) if each.version else None,
        "url": _latex(each.url) if each.url else None,
        "note": _latex(" ".join(_beside(each))) or None,
    }
    for name, value in fields.items():
        if value:
            yield f"  {name} = {{{value}}},"
    yield "}"


def _beside(each: Citation) -> list[str]:
    return [*([f"Cite as: {each.work}"] if each.stated else []), *each.notes]


def _named(answer: Answer) -> Iterator[str]:
    """Return what may be the id of a source in an answer: what its columns on sources, claims and ties hold."""
    for column, values in zip(answer.columns, zip(*answer.rows, strict=True), strict=False):
        words = column.split("_")
        for value in values:
            for each in value if isinstance(value, list) else [value]:
                if "source" in words or "sources" in words:
                    yield str(each)
                elif "claim" in words:
                    yield str(each).split("/")[0]  # source/claim
                elif "tie" in words:
                    yield _source_of(str(each))
    for group in answer.groups:
        for member in group.members:
            yield from map(_source_of, member.ties)


def _source_of(tie: str) -> str:
    """Return the source in the id of a tie: TYPE/source/record."""
    return tie.split("/")[1] if "/" in tie else ""


def _whole(issued: str) -> bool:
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", issued) is not None


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) or "://" in text.rsplit(" ", 1)[-1] else f"{text}."


def _latex(text: str) -> str:
    return " ".join(text.translate(_LATEX).split())
