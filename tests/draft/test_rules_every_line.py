"""Every line of `words` in the codebook says its tie in a plain sentence, and what its class or its "not" adds."""

import pytest

from tests.draft.sentences import ties
from tiebook.draft.rules.words.inflect import verb_forms
from tiebook.model.codebook import codebook
from tiebook.model.wording import patterns

STANDS_FOR = {  # a word of each class
    "{arms}": "missiles",
    "{aid}": "funds",
    "{goods}": "oil",
    "{agreement}": "treaty",
    "{sanctions}": "sanctions",
    "{embargoes}": "arms embargo",
    "{troops}": "troops",
    "{talks}": "talks",
    "{works}": "factories",
    "{entities}": "firms",
    "{gives}": "send",
    "{gets}": "receive",
    "{stops}": "halt",
    "{bars}": "ban",
    "{sees}": "view",
    "{danger}": "threat",
    "{unease}": "alarm",
    "{envoys}": "envoys",
    "{moves}": "drift",
}
OF_PERSONS_AND_BODIES = ("HOLDS_OFFICE_IN", "MEMBER_OF", "PARTY_TO", "ISSUES", "SEEKS")  # which two states cannot have
OF_THREE = ("MEDIATES", "BALANCES_BETWEEN")
ONLY_IN_OTHER_CLAUSES = {  # what these say needs more than the plain sentence
    "A's pressure campaign against B",
    "A declare B enemy",
    "A's falling-out with B",
    "A's saber-rattling against B",
    "A's concern regarding B",
    "not A trust B",
    "A do battle with B",
    "A's exchange with B",
    "A's joint venture with B",
    "A's axis with B",
    "A call on phone B",
    "A's mission to B",
    "A's back-channel with B",
    "A, go-between for B",
    "not A's non-compliance with B",
    "A is present in B",
    "A's mission in B",
    *(f"A {verb} {{troops}} to border with B" for verb in ("deploy", "send", "move", "rush")),  # "to its border with"
}
TYPES = [name for name, tie in codebook().ties.items() if tie.wording and name not in OF_PERSONS_AND_BODIES]


def _takes_infinitive(pattern):
    return pattern.tie != "VIEWS_AS"  # "likened Chile to"


def plain(pattern):
    """Return the plain sentence of a line: "A sell {arms} to B" as "Peru sold missiles to Chile."."""
    said = [STANDS_FOR.get(step, step) for step in pattern.steps]
    third = " and Oman" if pattern.tie in OF_THREE else ""
    rest = " ".join(f"Chile{third}" if step in ("A", "B") else step for step in said)
    rest += " leave" if pattern.steps[-1] == "to" and _takes_infinitive(pattern) else ""
    head = STANDS_FOR.get(pattern.head, pattern.head)
    phrase = " ".join([*(STANDS_FOR.get(word, word) for word in pattern.before), head, rest])
    if pattern.shape == "verb":
        past = next(form for form, what in verb_forms(head).items() if what == "past")
        leaves = pattern.tie == "PRESENT_IN" and pattern.denies and pattern.steps == ("B",)
        return f"{'Peruvian troops' if leaves else 'Peru'} {past} {rest}."
    if pattern.shape == "adjective":
        return f"Peru is {phrase}."
    if pattern.shape == "noun":
        return f"Peru's {phrase} is old."
    return f"Peru, the {phrase}, left." if pattern.shape == "role" else f"Peru{head} Chile left."


@pytest.mark.parametrize("tie", TYPES)
def test_every_line_says_its_tie(tie):
    silent = []
    for pattern in patterns():
        if pattern.tie != tie or pattern.line in ONLY_IN_OTHER_CLAUSES:
            continue
        start, end = ("peru", "chile") if pattern.subject == "A" else ("chile", "peru")
        ends = {(start, end), (end, start)} if codebook().ties[tie].symmetric else {(start, end)}
        no = "not " if pattern.denies else ""
        found = {each.partition(" (")[0] for each in ties(plain(pattern))}
        if not found & {f"{no}{one} {tie} {other}" for one, other in ends}:
            silent.append((pattern.line, plain(pattern), found))
    assert silent == []


def test_each_class_has_a_word_here():
    assert {name[1:-1] for name in STANDS_FOR} == set(codebook().word_classes)
