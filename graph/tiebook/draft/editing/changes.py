"""What the page of the coding room can ask for, by name: each takes what was sent and returns what to show after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from tiebook.draft.editing.clauses import Words
from tiebook.draft.editing.editor import Editor
from tiebook.draft.editing.journal import Edit
from tiebook.draft.editing.line import check_line, new_entity, read_line
from tiebook.draft.editing.second import SECOND, start_second
from tiebook.draft.editing.shown import shown_state
from tiebook.draft.names import NameIndex
from tiebook.draft.store import read_proposals
from tiebook.errors import UsageError

Sent = Mapping[str, Any]


def _check(editor: Editor, sent: Sent) -> dict[str, Any]:
    """Return what is to say of a line; nothing is written."""
    line = read_line(_line(sent), editor.text)
    new = next((each.new for each in read_proposals(editor.folder) if each.id == sent.get("proposal")), ())
    return check_line(editor.case(), editor.text, line.bringing(new), instead=sent.get("claim")).json()


def _suggest(editor: Editor, sent: Sent) -> dict[str, Any]:
    """Return the stretches of words on which a claim between two entities may rest."""
    paragraph = editor.text.paragraph(_number(sent))
    if paragraph is None:
        raise UsageError(f"the text has no paragraph {sent.get('paragraph')!r}")
    words = Words(paragraph)
    stands: dict[str, list[tuple[int, int]]] = {"from": [], "to": []}
    for mention in NameIndex(editor.case().entities).mentions(paragraph.text, within=True):
        bounds = words.covering(mention.start, mention.end)
        for end, found in stands.items():
            if bounds and mention.id == sent.get(end):
                found.append(bounds)
    return {"suggestions": [list(each) for each in words.suggestions(stands["from"], stands["to"])]}


def _entity(editor: Editor, sent: Sent) -> dict[str, Any]:
    """Return an entity as a claim would bring it; nothing is written before that claim is."""
    new = new_entity(_text(sent, "name"), _text(sent, "kind"))
    known = next((each for each in editor.case().entities if each.id == new["id"]), None)
    if known is not None:
        return {"id": known.id, "name": known.name, "kind": known.kind, "label": known.label, "known": True}
    return {
        "id": new["id"],
        "name": new["name"],
        "kind": new["kind"],
        "label": new["table"].capitalize(),
        "known": False,
    }


def _add(editor: Editor, sent: Sent) -> dict[str, Any]:
    return _after(editor, claim=editor.add(_line(sent), _version(sent)))


def _accept(editor: Editor, sent: Sent) -> dict[str, Any]:
    given = _line(sent) if sent.get("line") is not None else None
    return _after(editor, claim=editor.accept(_text(sent, "proposal"), given, _version(sent)))


def _reject(editor: Editor, sent: Sent) -> dict[str, Any]:
    editor.reject(_text(sent, "proposal"), _version(sent))
    return _after(editor)


def _edit(editor: Editor, sent: Sent) -> dict[str, Any]:
    editor.edit(_text(sent, "claim"), _line(sent), _version(sent))
    return _after(editor)


def _remove(editor: Editor, sent: Sent) -> dict[str, Any]:
    editor.remove(_text(sent, "claim"), _version(sent))
    return _after(editor)


def _reopen(editor: Editor, sent: Sent) -> dict[str, Any]:
    editor.reopen(_text(sent, "proposal"), _version(sent))
    return _after(editor)


def _mark(editor: Editor, sent: Sent) -> dict[str, Any]:
    editor.mark(_number(sent), _version(sent), done=sent.get("done") is not False)
    return _after(editor)


def _undo(editor: Editor, sent: Sent) -> dict[str, Any]:
    undone: Edit = editor.undo(_version(sent))
    return _after(editor, undone={"did": undone.did, "proposal": undone.proposal, "paragraph": undone.paragraph})


def _second(editor: Editor, sent: Sent) -> dict[str, Any]:
    """Begin a second reader's pass; return the name that its address takes."""
    if editor.folder.parent.name == SECOND:
        raise UsageError("this is already a second pass")
    folder = start_second(editor.folder, editor.text, _text(sent, "reader"), datetime.now(UTC).date())
    return {"reader": folder.name}


CHANGES: Final[Mapping[str, Callable[[Editor, Sent], dict[str, Any]]]] = {
    "check": _check,
    "suggest": _suggest,
    "entity": _entity,
    "add": _add,
    "accept": _accept,
    "reject": _reject,
    "edit": _edit,
    "remove": _remove,
    "reopen": _reopen,
    "mark": _mark,
    "undo": _undo,
    "second": _second,
}


def _after(editor: Editor, **more: Any) -> dict[str, Any]:
    return {"state": shown_state(editor), **more}


def _version(sent: Sent) -> str:
    return _text(sent, "version")


def _line(sent: Sent) -> Mapping[str, Any]:
    line = sent.get("line")
    if not isinstance(line, dict):
        raise UsageError("line is missing")
    return line


def _text(sent: Sent, name: str) -> str:
    value = sent.get(name)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{name} is missing")
    return value


def _number(sent: Sent) -> int:
    value = sent.get("paragraph")
    if not isinstance(value, int) or isinstance(value, bool):
        raise UsageError("paragraph is missing")
    return value
