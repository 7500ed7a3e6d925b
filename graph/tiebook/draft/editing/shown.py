"""What the coding room shows of a case: the text by words, and what is proposed, decided and coded, by paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Final

from tiebook.case.build import Coded
from tiebook.case.derive.known import known_actor
from tiebook.case.derive.sections import section_of
from tiebook.case.text import Text
from tiebook.draft.editing.choices import chips, known_entities
from tiebook.draft.editing.clauses import Words
from tiebook.draft.editing.editor import Editor
from tiebook.draft.editing.journal import done_paragraphs, edits
from tiebook.draft.editing.line import quoted
from tiebook.draft.names import NameIndex
from tiebook.draft.store import Decision, Stored, decisions, read_proposals, version_of

OPEN: Final = "open"
_ENDS: Final = ("from", "tie", "to")


def shown_text(editor: Editor) -> dict[str, Any]:
    """Return the text by words, the entities that each paragraph names, and all that a claim may name."""
    case = editor.case()
    index = NameIndex(case.entities)
    index.learn("\n".join(paragraph.text for paragraph in editor.text.paragraphs))
    paragraphs = []
    for paragraph in editor.text.paragraphs:
        words = Words(paragraph)
        section = section_of(case.sections, paragraph.number)
        paragraphs.append(
            {
                "number": paragraph.number,
                "pieces": words.pieces,
                "breaks": words.breaks,
                "chips": chips(words, index),
                "section": section.name if section else "",
                "factor": section.factor if section else None,
            }
        )
    used = {each for claim in case.claims for each in (claim.start.id, claim.end.id)}
    return {
        "paragraphs": paragraphs,
        "entities": known_entities(case, used),
        "author": case.author,
        "title": case.source.title,
        "of": entities_mark(editor),
    }


def shown_state(editor: Editor) -> dict[str, Any]:
    """Return what is proposed, decided and coded now, with the version that the next change has to name."""
    version = version_of(editor.folder)
    case = editor.case()
    decided = decisions(editor.folder)
    coded = {each.claim.id for each in case.coded}
    proposals = [_proposal(each, decided.get(each.id), editor.text, coded) for each in read_proposals(editor.folder)]
    found = edits(editor.folder)
    done = done_paragraphs(found)
    count = len(editor.text.paragraphs)
    return {
        "version": version,
        "who": editor.who,
        "claims": [_claim(each, editor.text) for each in case.coded],
        "proposals": proposals,
        "done": sorted(done),
        "undoes": found[-1].did if found else None,
        "progress": {
            "paragraphs": count,
            "done": len([number for number in done if number <= count]),
            "claims": len(case.coded),
            "open": sum(each["status"] == OPEN for each in proposals),
            "rejected": sum(each["status"] == "rejected" for each in proposals),
        },
        "of": entities_mark(editor),
    }


def entities_mark(editor: Editor) -> str:
    """Return what changes when the entities of the case do: then the text is to be shown again."""
    own = [each for each in editor.case().entities if each != known_actor(each.id)]
    return blake2b(repr([(each.id, each.name, each.aliases) for each in own]).encode(), digest_size=8).hexdigest()


def said_values(entry_values: Mapping[str, Any], keys: Mapping[str, int]) -> dict[str, Any]:
    """Return what a claim's entry itself says, with ids for names; `keys` are those that stand in the file."""
    found = {name: value for name, value in entry_values.items() if name in keys or name in _ENDS}
    if "factor" in keys and "factor" not in found:
        found["factor"] = ""
    return found


def _claim(coded: Coded, text: Text) -> dict[str, Any]:
    claim, entry = coded.claim, coded.entry
    place = quoted(text, entry.values)
    return {
        "id": claim.id,
        "paragraph": claim.paragraph,
        "words": list(place[1]) if place else None,
        "values": said_values(entry.values, entry.key_lines),
        "gloss": claim.gloss,
        "where": entry.where(),
    }


def _proposal(stored: Stored, decision: Decision | None, text: Text, coded: set[str]) -> dict[str, Any]:
    place = quoted(text, {"paragraph": stored.paragraph, **stored.claim})
    found: dict[str, Any] = {
        "id": stored.id,
        "paragraph": stored.paragraph,
        "words": list(place[1]) if place else None,
        "by": stored.by,
        "rule": "; ".join(filter(None, (stored.rule, stored.hint))),
        "values": stored.claim,
        "new": list(stored.new),
        "status": decision.decision if decision else OPEN,
    }
    if decision is not None:
        found |= {"who": decision.who, "when": decision.when, "changed": decision.changed}
        found["claim"] = decision.claim if decision.claim in coded else None
    return found
