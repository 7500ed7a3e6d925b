"""Each claim of the shipped case matters: taken out alone, it changes the answer of at least one question that shows claims.

Questions that only count do not count here.
"""

import json

import kglite
import pytest

from tests.ask.answers import EXAMPLES, arguments, golden, plain
from tiebook.ask.answer import Answer
from tiebook.ask.parameters import bind, compiled
from tiebook.case import open_case
from tiebook.engine.kglite.calls import run
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import Question
from tiebook.sync.cases import find_case, load_case

CLAIMS = [claim.id for claim in open_case(find_case("china-iran")).claims]
COUNTING = {"coverage", "actors", "entities", "dyad-years", "before-and-after"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the embedded engine with the shipped case."""
    engine = KgliteEngine(tmp_path_factory.mktemp("mutation") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    return engine


@pytest.fixture(scope="module")
def shown():
    """Return, for each claim, the examples whose golden answer shows it."""
    found: dict[str, list[tuple[Question, str]]] = {claim: [] for claim in CLAIMS}
    for question, example in EXAMPLES:
        if question.name in COUNTING:
            continue
        text = json.dumps(golden(question).get(example, {}), ensure_ascii=False)
        for claim in CLAIMS:
            if f'{claim}"' in text:
                found[claim].append((question, example))
    return found


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_that_is_taken_out_is_missed(loaded, shown, claim):
    assert shown[claim], "no golden answer shows it"
    graph = kglite.load(str(loaded.path))  # a copy in memory, never saved
    graph.cypher("MATCH ()-[t]->() WHERE t.claim = $claim DELETE t", params={"claim": claim})
    graph.cypher("MATCH (c:Claim {id: $claim}) DETACH DELETE c", params={"claim": claim})
    for question, example in shown[claim][:3]:
        cypher, values = compiled(question, bind(loaded, question, arguments(question, example)))
        table = run(graph, cypher, values, hide_structural_keys=True)
        answer = plain(Answer(question.title, question.question, cypher, values, table))
        if json.dumps(answer) != json.dumps(golden(question)[example]):
            return
    pytest.fail("no answer changed")
