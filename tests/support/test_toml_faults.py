"""What a TOML file has that its model does not take: the key, its line, and what is right."""

from __future__ import annotations

import tomllib
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from tiebook.support.toml_faults import in_plain_words, line_of, toml_fault


class End(BaseModel):
    model_config = ConfigDict(extra="forbid")

    column: str
    system: Literal["iso3", "cow"] | None = None


class Tie(BaseModel):
    model_config = ConfigDict(extra="forbid")

    source: End = Field(alias="from")
    rank: int = 0

    @field_validator("rank")
    @classmethod
    def small(cls, rank: int) -> int:
        """Pass a small rank."""
        if rank > 9:
            raise ValueError("a rank is at most 9")
        return rank


class File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    tie: tuple[Tie, ...] | None = None


HEAD = 'name = "x"\n\n[[tie]]\nfrom = {column = "a"}\n\n[[tie]]\n'


@pytest.mark.parametrize(
    ("text", "what", "line", "hint"),
    [
        ("", "the key 'name' is missing", None, None),
        ("name = 3\n", "name is 3: should be a valid string", 1, None),
        ('nam = "x"\nname = "y"\n', "there is no key 'nam'", 1, "name"),
        (f"{HEAD}rank = 1\n", "[[tie]] 2: the key 'from' is missing", 6, None),
        (f"{HEAD}from = {{system = 'cow'}}\n", "[[tie]] 2, from: the key 'column' is missing", 7, None),
        (f"{HEAD}from = {{column = 'a', sytem = 'cow'}}\n", "[[tie]] 2, from: there is no key 'sytem'", 7, "system"),
        (f"{HEAD}from = {{column = 'a'}}\nrnk = 1\n", "[[tie]] 2: there is no key 'rnk'", 8, "rank"),
        (f"{HEAD}from = {{column = 'a', system = 'iso'}}\n", "'iso': should be 'iso3' or 'cow'", 7, None),
        (f"{HEAD}from = 'a'\n", "[[tie]] 2: from is 'a': should be a table: {key = value}", 7, None),
        (f"{HEAD}from = {{column = 'a'}}\nrank = 10\n", "[[tie]] 2: rank is 10: a rank is at most 9", 8, None),
        (f'name = "{"n" * 60}"\ntie = [3]\n', "should be a table", 2, None),
    ],
)
def test_a_fault_is_told_with_its_key_and_line(text: str, what: str, line: int | None, hint: str | None) -> None:
    data = tomllib.loads(text)
    with pytest.raises(ValidationError) as caught:
        File.model_validate(data)
    found = toml_fault(text, data, caught.value, File)
    assert what in found.what
    assert found.line == line
    assert found.hint is None if hint is None else hint in str(found.hint)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (["name"], 1),
        (["tie"], 3),
        (["tie", 1], 6),
        (["tie", 0, "from"], 4),
        (["tie", 0, "from", "column"], 4),
        (["tie", 1, "rank"], 7),
        (["tie", 1, "nowhere"], 6),
        (["nowhere"], None),
        ([], None),
    ],
)
def test_the_line_of_a_key_or_of_what_is_around_it(place: list[str | int], line: int | None) -> None:
    assert line_of(f"{HEAD}rank = 1\n", place) == line


def test_a_table_may_begin_the_text() -> None:
    text = '[source]\nname = "x"\n[source.more]\nname = "y"\n[[tie]]\nrank = 1\n'
    found = {
        " ".join(place): line_of(text, place) for place in (["source"], ["source", "name"], ["source", "more", "name"])
    }
    assert found == {"source": 1, "source name": 2, "source more name": 4}
    assert line_of("[[tie]]\nrank = 1\n", ["tie", 0]) == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Input should be less than or equal to 1", "should be less than or equal to 1"),
        ("Value error, an end is a column", "an end is a column"),
        ("Assertion failed, no", "no"),
        ("List should have at least 1 item after validation, not 0", "should have at least 1 item"),
        ("you should know", "you should know"),
    ],
)
def test_what_the_library_says_stands_without_its_own_words(said: str, words: str) -> None:
    assert in_plain_words(said) == words
