"""`--db` before a command's name counts in its threads too: what serves for long opens the database anew in them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from click.testing import CliRunner

from tiebook.cli.app import app
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case

SERVERS = {"mcp": "tiebook.assistant.server.serve", "serve": "tiebook.serve.run.serve"}


@pytest.mark.parametrize("name", SERVERS)
def test_a_later_opening_is_of_the_database_that_was_named(name, tmp_path, monkeypatch):
    engine = KgliteEngine(tmp_path / "named.kgl")
    load_case(engine, find_case("china-iran"))
    engine.close()
    places: list[str] = []

    def place_of(make):
        opened = make()
        try:
            return opened.place
        finally:
            opened.close()

    def served(*given, **_):
        make = given[0]._database._make if name == "mcp" else given[1]
        with ThreadPoolExecutor(1) as other:  # as the tools and the pages are run
            places.extend(other.submit(place_of, make).result() for _ in range(2))

    monkeypatch.setattr(SERVERS[name], served)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    more = ["--no-open"] if name == "serve" else []
    for words in (
        ["--db", str(tmp_path / "named.kgl"), name, *more],
        [name, *more, "--db", str(tmp_path / "named.kgl")],
    ):
        result = CliRunner().invoke(app, words)
        assert result.exit_code == 0, result.output
    assert [place.endswith("named.kgl") for place in places] == [True] * 4
