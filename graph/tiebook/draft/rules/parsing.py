"""Who is the subject of a verb by a dependency parse, where the user has spaCy and a model of it (the extra `parse`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any, Final

MODEL: Final = "TIEBOOK_SPACY_MODEL"
_SUBJECTS: Final = ("nsubj", "nsubjpass", "nsubj:pass", "csubj")
_SHARED: Final = ("conj", "xcomp", "advcl", "relcl", "acl")
_DEEPEST: Final = 6
Parse = Callable[[str], dict[int, int]]


def parser(environment: Mapping[str, str] = os.environ) -> tuple[Parse | None, str | None]:
    """Return what parses a paragraph, None without spaCy or a model; and what to tell the user about it.

    The parse of a paragraph is, for the first character of each verb, the first character of its subject's head.
    """
    if find_spec("spacy") is None:
        return None, None
    import spacy  # noqa: PLC0415 -- heavy, and of an extra

    models = sorted(name for name in spacy.util.get_installed_models() if name.startswith("en"))
    wanted = environment.get(MODEL) or (models[0] if models else "")
    if not wanted or wanted not in spacy.util.get_installed_models():
        why = f"has no model {wanted}" if wanted else "has no English model"
        return None, f"spaCy {why}: the rules read without a parser (python -m spacy download en_core_web_sm)"
    model = spacy.load(wanted, exclude=["ner", "lemmatizer", "textcat"])
    return (lambda text: subjects(model(text))), f"Clauses are parsed by spaCy's {wanted}"


def subjects(document: Any) -> dict[int, int]:
    """Return, for the first character of each verb of a parsed text, the first character of its subject's head."""
    found = {}
    for token in document:
        if token.pos_ in ("VERB", "AUX"):
            subject = _subject(token)
            if subject is not None:
                found[token.idx] = subject.idx
    return found


def _subject(verb: Any) -> Any:
    """Return the subject of a verb, or of the one that it shares it with."""
    for _ in range(_DEEPEST):
        own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if own is not None:
            return verb.head if verb.dep_ == "relcl" and own.lower_ in ("who", "which", "that") else own
        if verb.dep_ not in _SHARED or verb.head is verb:
            return None
        if verb.dep_ == "xcomp":
            controlled = next((child for child in verb.head.children if child.dep_ in ("dobj", "obj")), None)
            if controlled is not None:
                return controlled
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        verb = verb.head
    return None
