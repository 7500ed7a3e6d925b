"""A claim keeps its id whatever is changed in the coding room: others cite it, and it is told by it from its like."""

import pytest

from tests.draft.room import SALE, coding, line, make_room, version
from tiebook.case import open_case
from tiebook.draft.store import decisions, open_proposals
from tiebook.errors import BadCase

TWO = """[[claim]]
says = "china SELLS_ARMS_TO iran"
quote = "China sold drones to Iran"

[[claim]] # the second
says = "china SELLS_ARMS_TO iran"
confidence = 0.6
quote = "drones to Iran"

[[claim]]
says = "israel USES_FORCE_AGAINST iran"
mode = "feared"
by = "iran"
about = "p2-china-sells-arms-to-iran-2"
quote = "Israel may attack Iran"
"""
FIRST, SECOND, THIRD = IDS = [
    "p2-china-sells-arms-to-iran",
    "p2-china-sells-arms-to-iran-2",
    "p3-israel-uses-force-against-iran",
]


@pytest.fixture
def room(tmp_path):
    return make_room(tmp_path / "pact", TWO, ())


def ids(room):
    """Return the ids of the claims, in order, with their types."""
    return [(each.claim.id, each.claim.tie) for each in open_case(room.folder, room.text).coded]


@pytest.mark.parametrize(("claim", "quote"), [(FIRST, "China sold drones to Iran"), (SECOND, "drones to Iran")])
def test_another_type_of_tie_leaves_every_id(room, claim, quote):
    room.edit(claim, line(2, "china AIDS iran", quote), version(room))
    assert [each for each, _ in ids(room)] == IDS
    assert dict(ids(room)) == dict.fromkeys(IDS, "SELLS_ARMS_TO") | {claim: "AIDS", THIRD: "USES_FORCE_AGAINST"}
    assert coding(room).count("id = ") == 1
    room.edit(claim, line(2, "china SUPPORTS iran", quote), version(room))
    assert [each for each, _ in ids(room)] == IDS
    for _ in range(2):
        room.undo(version(room))
    assert coding(room) == TWO


def test_words_in_another_paragraph_leave_every_id(room):
    room.edit(FIRST, line(4, "china SELLS_ARMS_TO iran", "rejected Washington\u2019s embargo"), version(room))
    assert [each for each, _ in ids(room)] == IDS


def test_nothing_is_written_where_the_id_follows_as_before(room):
    room.edit(FIRST, line(2, "china SELLS_ARMS_TO iran", "China sold drones to Iran", since="2016"), version(room))
    assert coding(room).count("id = ") == 0
    assert [each for each, _ in ids(room)] == IDS


def test_the_like_of_a_claim_that_is_taken_out_keeps_its_id(room):
    room.remove(FIRST, version(room))
    assert [each for each, _ in ids(room)] == [SECOND, THIRD]
    assert f'[[claim]] # the second\nid = "{SECOND}"\nsays' in coding(room)
    room.undo(version(room))
    assert sorted(each for each, _ in ids(room)) == IDS


def test_a_claim_that_another_is_about_is_not_taken_out_and_nothing_is_written(room):
    with pytest.raises(BadCase):
        room.remove(SECOND, version(room))
    assert coding(room) == TWO


def test_a_proposal_that_was_accepted_and_changed_is_still_opened_again(tmp_path):
    room = make_room(tmp_path / "pact", "", (SALE,))
    (proposal,) = open_proposals(room.folder)
    claim = room.accept(proposal.id, None, version(room))
    room.edit(claim, line(2, "china AIDS iran", "China sold drones to Iran"), version(room))
    assert decisions(room.folder)[proposal.id].claim == claim
    assert ids(room) == [(claim, "AIDS")]
    room.reopen(proposal.id, version(room))
    assert ids(room) == []
    assert [each.id for each in open_proposals(room.folder)] == [proposal.id]
