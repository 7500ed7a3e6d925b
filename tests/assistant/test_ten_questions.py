"""Ten questions about the article with nothing but the tools: the claims are confirmed, and what is denied is told as denied."""

from typing import Any

import anyio
import pytest
from mcp.client import Client

from tiebook.assistant.server import make_server

DENIED, NO_FACT, STATED, REPORTED = "DENIED", "NOT A FACT", "stated", "reported"
# what is asked, a claim that the answer rests on, and how it stands; checked against the text
QUESTIONS: list[tuple[dict[str, Any], str, str]] = [
    ({"question": "Did China arm Iran?"}, "p30-no-sale-china", DENIED),
    ({"question": "Did Russia sell weapons to Iran?"}, "p30-no-sale-russia", DENIED),
    ({"question": "Are China and Iran allied?"}, "p5-no-alliance", DENIED),
    ({"question": "What stops China from arming Iran?"}, "p30-us-constrains-china", STATED),
    ({"question": "who-constrains", "parameters": {"target": "China", "regarding": "Iran"}}, "p28-jcpoa", REPORTED),
    ({"question": "who-seeks-what", "parameters": {"actor": "Iran"}}, "p23-iran-seeks-arms", NO_FACT),
    ({"question": "What do Chinese officials believe?"}, "p28-hostility", REPORTED),
    ({"question": "timeline", "parameters": {"actor": "China", "other": "Iran"}}, "p12-memorandum", STATED),
    ({"question": "What is feared?"}, "p40-us-weakens", NO_FACT),
    ({"question": "what-is-denied", "parameters": {"actor": "Iran"}}, "p5-no-defence", DENIED),
]


@pytest.fixture(scope="module")
def answered(graph):
    """Return for each question its answer, and the evidence of every claim that it names."""

    async def run():
        async with Client(make_server(graph)) as client:
            found = []
            for asked, _, _ in QUESTIONS:
                answer = (await client.call_tool("ask", asked)).structured_content
                evidence: dict[str, Any] = {}
                names = [*receipts(answer)]
                for start in range(0, len(names), 20):
                    part = names[start : start + 20]
                    result = await client.call_tool("evidence", {"ids": part})
                    evidence |= dict(zip(part, result.structured_content["evidence"], strict=True))
                found.append((answer, evidence))
            return found

    return anyio.run(run)


def receipts(answer):
    """Return the ids of claims in an answer, with the marks that stand beside each."""
    rows = [row for group in answer.get("groups", ()) for row in group["rows"]]
    found = {each["claim"]: row.get("marks", []) for row in rows for each in row["receipts"] if "side" not in each}
    said = [claim for kind in answer.get("also_said", ()) for claim in kind["claims"]]
    return found | {claim["receipt"]["claim"]: claim["marks"] for claim in said}


@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=[claim for _, claim, _ in QUESTIONS])
def test_a_question_is_answered_with_claims_that_evidence_confirms(answered, number):
    _, claim, standing = QUESTIONS[number]
    answer, evidence = answered[number]
    assert answer["outcome"] in ("answered", "only_said")
    assert claim in evidence
    assert evidence[claim]["standing"].startswith(standing)
    assert all(each["quote"] for each in evidence.values())
    if standing == DENIED:
        assert "DENIED" in answer["summary"]
    if standing == NO_FACT:
        assert "Rows that are NOT FACTS" in answer["summary"]


def test_what_an_answer_marks_as_denied_is_what_evidence_calls_denied(answered):
    seen = set()
    for answer, evidence in answered:
        for claim, marks in receipts(answer).items():
            denied = "denied" in marks
            assert evidence[claim]["standing"].startswith("DENIED") == denied, claim
            seen.add(denied)
    assert seen == {True, False}
