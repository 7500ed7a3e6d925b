"""What the campaign found stays right for users; an engine that is mended is noticed, and its passes may come back."""

import contextlib

import pytest

from tests.differential.compare import canonical
from tests.differential.engines import PATIENT, Embedded, OnServer
from tests.differential.found import FOUND
from tests.servers import VERSIONS
from tiebook.engine.kglite.calls import OTHER_PASSES

EACH = pytest.mark.parametrize("found", FOUND, ids=lambda found: found.name)


@EACH
def test_users_have_the_right_rows(found):
    embedded = Embedded(OTHER_PASSES, milliseconds=PATIENT)
    embedded.load(found.graph)
    assert canonical(embedded.run(found.query, {})) == canonical(found.rows)


@EACH
def test_the_pass_is_at_fault_and_off(found):
    assert set(found.passes) <= set(OTHER_PASSES)
    embedded = Embedded(())
    embedded.load(found.graph)
    wrong = embedded.run(found.query, {}, as_it_is=True)
    assert canonical(wrong) != canonical(found.rows), "the engine is mended: this pass may be tried again"
    assert not found.wrong or canonical(wrong) == canonical(found.wrong)
    if found.passes:  # else the fault is elsewhere, and the query is rewritten
        without = embedded.run(found.query, {}, found.passes, as_it_is=True)
        assert canonical(without) == canonical(found.rows)


@pytest.mark.parametrize("version", list(VERSIONS))
def test_a_server_has_the_right_rows(neo4j_servers, version):
    with contextlib.closing(OnServer(neo4j_servers(version))) as server:
        for found in FOUND:
            server.load(found.graph)
            assert canonical(server.run(found.query, {})) == canonical(found.rows), found.name
