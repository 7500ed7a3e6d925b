"""Which entity of one coding is which of another."""

from types import SimpleNamespace
from typing import Any

from tiebook.agree.same import same_entities
from tiebook.model.records import Entity


def actor(name, *aliases, id=None, iso3=None):  # noqa: A002 -- as the record calls it
    codes = {"iso3": iso3} if iso3 else {}
    return Entity("Actor", id or name.lower(), name, "State", aliases=aliases, codes=codes)


def case(*entities, author="author") -> Any:
    return SimpleNamespace(entities=list(entities), source=SimpleNamespace(author=author))


def test_an_entity_that_is_taken_by_its_id_is_not_taken_by_a_code_or_a_name():
    one = case(actor("Iran", id="iran", iso3="IRN"))
    other = case(actor("Persia", id="iran"), actor("Iran", id="ir", iso3="IRN"))
    assert same_entities(one, other) == {"iran": "iran", "ir": "ir"}


def test_a_code_comes_before_a_name():
    one = case(actor("Congo", id="cog", iso3="COG"), actor("DR Congo", id="cod", iso3="COD"))
    other = case(actor("Congo", id="kinshasa", iso3="COD"), actor("congo", id="brazzaville"))
    assert same_entities(one, other) == {"kinshasa": "cod", "brazzaville": "cog"}


def test_a_name_of_two_is_of_neither():
    one = case(actor("Korea", id="south"), actor("Korea, North", "Korea", id="north"))
    assert same_entities(one, case(actor("Korea", id="korea"))) == {"korea": "korea"}


def test_authors_are_one_unless_their_ids_say_otherwise():
    ann, bob = actor("Ann", id="ann"), actor("Bob", id="bob")
    assert same_entities(case(ann, author="ann"), case(bob, author="bob")) == {"bob": "ann"}
    assert same_entities(case(ann, bob, author="ann"), case(bob, author="bob")) == {"bob": "bob"}
