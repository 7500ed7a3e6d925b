"""Which database is meant: the option before the environment, a server before a file."""

from pathlib import Path

import pytest

from tiebook.engine.address import without_options
from tiebook.engine.connect import Place, locate, open_engine
from tiebook.errors import UsageError

SERVER = {"NEO4J_URI": "bolt://server"}
FILE = {"TIEBOOK_DB": "own.kgl"}


@pytest.mark.parametrize(
    ("option", "environment", "place"),
    [
        ("x.kgl", {**SERVER, **FILE}, Place(path=Path("x.kgl"))),
        ("bolt://other", {**SERVER, **FILE}, Place(uri="bolt://other")),
        (None, {**SERVER, **FILE}, Place(uri="bolt://server")),
        (None, {"NEO4J_URI": " bolt://server "}, Place(uri="bolt://server")),
        (None, {"NEO4J_URI": "", **FILE}, Place(path=Path("own.kgl"))),
        (None, {"TIEBOOK_DB": "neo4j+s://server"}, Place(uri="neo4j+s://server")),
        (None, {"TIEBOOK_DB": "~/x.kgl"}, Place(path=Path("~/x.kgl").expanduser())),
        ("C:\\x.kgl", {}, Place(path=Path("C:\\x.kgl"))),
    ],
)
def test_the_option_comes_first_then_a_server_then_a_file(option, environment, place):
    assert locate(option, environment) == place


def test_without_anything_it_is_the_users_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert locate(None, {}) == Place(path=tmp_path / "tiebook" / "tiebook.kgl", is_default=True)
    assert not locate("x.kgl", {}).is_default


@pytest.mark.parametrize(
    ("option", "environment", "message"),
    [
        ("", {}, "--db is empty"),
        ("  ", FILE, "--db is empty"),
        ("http://server", {}, "'http://server' is not the address"),
        (None, {"NEO4J_URI": "server:7687"}, "'server:7687' is not the address"),
        (None, {"NEO4J_URI": "x.kgl"}, "'x.kgl' is not the address"),
        ("bolt://user:secret@server", {}, "the address of 'server' contains a user or password"),
        ("bolt://server:0", {}, "is not the address"),
        ("bolt://[::1", {}, "is not the address"),
        ("bolt://", {}, "is not the address"),
    ],
)
def test_what_is_no_address_is_refused(option, environment, message):
    with pytest.raises(UsageError) as refused:
        locate(option, environment)
    assert message in str(refused.value)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "shown"), [("bolt://s?x=secret", "bolt://s"), ("bolt://s#x?y", "bolt://s"), ("bolt://s", "bolt://s")]
)
def test_what_stands_behind_an_address_is_not_shown(address, shown):
    assert without_options(address) == shown


@pytest.mark.parametrize("seconds", ["-1", "inf", "nan", "soon"])
def test_seconds_that_are_none(seconds):
    environment = {"NEO4J_PASSWORD": "x", "TIEBOOK_RETRY_SECONDS": seconds}
    with pytest.raises(UsageError, match="TIEBOOK_RETRY_SECONDS"):
        open_engine(Place(uri="bolt://server"), environment)


def test_a_password_is_asked_for_only_where_there_is_none():
    def ask(line):
        asked.append(line)
        return "typed"

    asked: list[str] = []
    place = Place(uri="bolt://server?x=secret")
    open_engine(place, {"NEO4J_PASSWORD": "", "TIEBOOK_RETRY_SECONDS": "0"}, ask)
    assert asked == []
    engine = open_engine(place, {"NEO4J_USERNAME": "ann"}, ask)
    assert asked == ["Password of ann at bolt://server"]
    assert engine.place == "bolt://server"
    with pytest.raises(UsageError, match="NEO4J_PASSWORD is not set"):
        open_engine(place, {})
