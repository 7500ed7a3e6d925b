"""Which actor a proposal speaks of: by a name that its paragraph has, a reference to an earlier one, or a new name."""

from __future__ import annotations

import pytest

from tiebook.case.names import Names
from tiebook.case.text import Text
from tiebook.draft.ends import Ends, NotNamed
from tiebook.draft.names import NameIndex
from tiebook.model.codebook import UNSPECIFIED
from tiebook.model.records import Entity

LONG = "Joint Commission of the Northern Coast for the Study of River Floods"  # twelve words
PARAGRAPHS = (
    "The Iran-Iraq war ended. Border Patrol Unit said so.",
    f"It and all the other states in the region thanked the {LONG}s of old; so did the {LONG} itself, and UK sailors.",
    "The UK rejected \u4e2d\u56fd. The Council on Trees met.",
    "Later the CT, a C, the TC, the CTX, the Trees Council on it, the ct and the Trees met.",
)
WAR = Entity("Event", "war", "Iran-Iraq war", "war")
UNIT = Entity("Actor", "unit", "Border Patrol Unit", "Military")


@pytest.fixture(scope="module")
def ends() -> Ends:
    entities = (WAR, UNIT)
    names = Names(derives=True)
    for entity in entities:
        names.declare(entity)
    return Ends(Text.of("\n\n".join(PARAGRAPHS), "0" * 64), NameIndex(entities), names, "ann-writer")


@pytest.mark.parametrize(
    ("name", "number", "found"),
    [
        ("war", 1, "war"),
        ("Iran-Iraq war", 1, "war"),
        ("Iran", 1, "iran"),  # within a longer name
        ("iraq", 1, "iraq"),
        ("UK", 3, "britain"),
        ("border patrol unit", 1, "unit"),
    ],
)
def test_who_is_named_in_the_paragraph_is_known(ends: Ends, name: str, number: int, found: str) -> None:
    assert ends.resolve(name, number, {}) == found


@pytest.mark.parametrize(
    ("name", "number", "words", "told"),
    [
        ("Iran", 2, None, "'Iran' is not named in paragraph 2"),
        ("war", 2, "It", None),
        ("war", 2, "all the other states in the", None),  # six words
        ("war", 2, "all the other states in the region", "neither a name of 'war' nor a reference"),
        ("war", 2, "states", "neither a name of 'war' nor a reference"),
        ("war", 2, "they", "'they', by which it should refer to 'war', is not in paragraph 2"),
        ("china", 2, "It", "'china' is not named in paragraph 2 or before it"),
    ],
)
def test_a_reference_is_short_and_follows_the_name(
    ends: Ends, name: str, number: int, words: str | None, told: str | None
) -> None:
    if told is None:
        assert ends.resolve(name, number, {}, words) == name
    else:
        with pytest.raises(NotNamed, match=told):
            ends.resolve(name, number, {}, words)


def test_nobody_in_particular_and_the_author_are_named_nowhere(ends: Ends) -> None:
    for name in (UNSPECIFIED, "ann-writer"):
        with pytest.raises(NotNamed):
            ends.resolve(name, 1, {})
    assert ends.resolve(UNSPECIFIED, 1, {}, anybody=True) == UNSPECIFIED
    with pytest.raises(NotNamed):
        ends.resolve("iran", 2, {}, anybody=True)


@pytest.mark.parametrize(
    ("name", "number", "kind", "told"),
    [
        ("Council on Trees", 3, "Organization", None),
        ("Council on Trees", 3, None, "its kind is needed"),
        ("council on trees", 3, "Organization", "not named in paragraph 3"),  # a name is quoted as it stands
        ("Council on Trees", 3, "Bench", "Bench"),
        ("Council on Trees", 2, "Organization", "not named in paragraph 2"),
        ("Council on Bushes", 3, "Organization", "not named in paragraph 3"),
        (LONG, 2, "Organization", None),
        (f"the {LONG}", 2, "Organization", "not named in paragraph 2"),  # it is, but no name has thirteen words
        ("\u4e2d\u56fd", 3, "State", "not named in paragraph 3"),  # no id can be made of it
    ],
)
def test_a_new_name_stands_in_the_paragraph_and_has_a_kind(
    ends: Ends, name: str, number: int, kind: str | None, told: str | None
) -> None:
    new = {} if kind is None else {name.replace(" ", "  "): kind}
    if told is None:
        found = ends.resolve(name, number, new)
        assert isinstance(found, Entity)
        assert (found.name, found.kind, found.label) == (name, kind, "Actor")
    else:
        with pytest.raises(NotNamed, match=told):
            ends.resolve(name, number, new)


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("CT", True),  # two initials are enough
        ("C", False),
        ("CTX", False),
        ("ct", False),
        ("Trees", True),  # a part
        ("Trees Council on", False),  # all of it, but in another order
        ("it", True),
    ],
)
def test_a_new_name_may_be_shortened_after_it_was_named(ends: Ends, words: str, known: bool) -> None:
    name = "Council on Trees"
    if known:
        assert ends.resolve(name, 4, {name: "Organization"}, words) == Entity(
            "Actor", "council-on-trees", name, "Organization"
        )
    else:
        with pytest.raises(NotNamed, match="not named in paragraph 4"):
            ends.resolve(name, 4, {name: "Organization"}, words)


@pytest.mark.parametrize(
    ("name", "words", "known"),
    [
        ("Mali's partners", "its partners", True),
        ("most of Mali's partners", "most of its partners", True),
        ("Mali\u2019s partners", "its partners", True),
        ("UK partners", "its partners", True),
        ("Peru's partners", "its partners", False),  # no Peru in the paragraph
        ("Mali's rivals", "its rivals", False),
        ("Mali's rivals", "its partners", False),
        ("Mali's partners", "partners", False),
    ],
)
def test_a_group_may_be_named_by_whose_it_is_where_the_paragraph_has_both(name: str, words: str, known: bool) -> None:
    text = Text.of("Mali, the UK and most of its partners met.", "0" * 64)
    ends = Ends(text, NameIndex(()), Names(derives=True), "ann-writer")
    if known:
        found = ends.resolve(name, 1, {name: "Collective"}, words)
        assert isinstance(found, Entity)
        assert found.kind == "Collective"
    else:
        with pytest.raises(NotNamed):
            ends.resolve(name, 1, {name: "Collective"}, words)


@pytest.mark.parametrize(
    ("said", "kind", "name"),
    [
        ("A Peruvian official", "Person", "Peruvian official"),
        ("an adviser", "Person", "adviser"),
        ("The advisers", "Collective", "advisers"),
        ("Ms Quispe", "Person", "Quispe"),
        ("Dr. Quispe", "Person", "Quispe"),
        ("the Andes Club", "Organization", "Andes Club"),
        ("A Just Peru", "Party", "A Just Peru"),  # the article is part of the name
        ("The Andean", "Organization", "The Andean"),
    ],
)
def test_an_article_or_a_form_of_address_is_no_part_of_a_name(said: str, kind: str, name: str) -> None:
    content = f"{said} spoke. So did others."
    ends = Ends(Text.of(content, "0" * 64), NameIndex(()), Names(derives=True), "ann-writer")
    found = ends.resolve(said, 1, {said: kind})
    assert isinstance(found, Entity)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("name", "kind", "number", "known"),
    [
        ("Rosa Quispe", "Person", 2, True),  # "Ms Quispe" in it, the whole name before
        ("Rosa Quispe", "Person", 3, False),  # no part of it
        ("Rosa Quispe", "Organization", 2, False),
        ("Juan Quispe", "Person", 2, False),  # another one
        ("Li Wu", "Person", 2, False),  # too short to be told from other words
    ],
)
def test_a_person_is_named_by_a_part_of_the_name_after_the_whole(
    name: str, kind: str, number: int, known: bool
) -> None:
    text = Text.of("Rosa Quispe and Li Wu met.\n\nMs Quispe and Wu left.\n\nNobody stayed.", "0" * 64)
    ends = Ends(text, NameIndex(()), Names(derives=True), "ann-writer")
    if known:
        assert isinstance(ends.resolve(name, number, {name: kind}), Entity)
    else:
        with pytest.raises(NotNamed, match=f"is not named in paragraph {number}"):
            ends.resolve(name, number, {name: kind})


@pytest.mark.parametrize(
    ("name", "new", "why"),
    [
        ("Ben Eze", {"Ben Eze": "Person"}, None),
        ("Rosa del Mar", {"Rosa del Mar": "Person"}, "nor is it another name of something that is"),  # "del" is no name
        ("rosa", {"rosa": "Person"}, "nor is it another name of something that is"),
        ("rosa-del-mar", {}, "and no id: write the name as it stands there, with its kind in `new`"),
    ],
)
def test_small_words_of_a_name_are_no_part_to_call_a_person_by(name: str, new: dict[str, str], why: str | None) -> None:
    text = Text.of("Rosa del Mar and Ben Eze met.\n\nEze left the sala del sol.", "0" * 64)
    ends = Ends(text, NameIndex(()), Names(derives=True), "ann-writer")
    if why is None:
        assert isinstance(ends.resolve(name, 2, new), Entity)
    else:
        with pytest.raises(NotNamed, match=why):
            ends.resolve(name, 2, new)
