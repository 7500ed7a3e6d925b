"""The coding room below its page: claims written, accepted, changed, taken out and undone, in the case's own TOML."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from tests.draft.room import coding, line, make_room, version
from tiebook.case import open_case
from tiebook.case.toml import read_entries
from tiebook.draft.decide import decline
from tiebook.draft.editing.editor import Editor, NotRight
from tiebook.draft.editing.shown import shown_state
from tiebook.draft.store import decisions, open_proposals
from tiebook.errors import BadCase, CaseChanged, UnknownName, UsageError

FEAR = line(3, "israel USES_FORCE_AGAINST iran", "Israel may attack Iran", mode="feared", by=["iran"], holder=["iran"])
OWN = """# mine
[[claim]]   # first
# why
says = "china SELLS_ARMS_TO iran"
quote = "China sold drones to Iran" # words

# of the ministry
[[actor]]
name = "Ministry of Trade"
kind = "GovernmentBody"

# and this
[[claim]]
says = "ministry-of-trade OPPOSES united-states"
confidence = 0.5
quote = "rejected Washington's embargo"
note = "hm"
# the end
"""


@pytest.fixture
def room(tmp_path):
    return make_room(tmp_path / "pact", "# mine\n")


@pytest.fixture
def own(tmp_path):
    return make_room(tmp_path / "pact", OWN, ())


def test_a_fresh_claim_is_written_as_short_as_a_person_would(room):
    assert room.add(FEAR, version(room)) == "p3-israel-uses-force-against-iran"
    assert coding(room) == (
        '# mine\n\n[[claim]]\nsays = "israel USES_FORCE_AGAINST iran"\nmode = "feared"\nholder = ["iran"]\nby = ["iran"]\n'
        'quote = "Israel may attack Iran"\n'
    )
    (claim,) = open_case(room.folder).coded
    assert (claim.claim.stance, claim.claim.paragraph) == ("reports", 3)  # by what is derived, and noted of places


def test_words_that_stand_twice_are_told_apart(room):
    room.add(line(5, "china MEETS_WITH unspecified", "China met", words=[9, 9]), version(room))
    assert 'quote = "China"\nprefix = "and"\n' in coding(room)


def test_a_new_actor_comes_with_its_claim_and_goes_with_it(room):
    new = [{"name": "Ministry  of Trade", "kind": "GovernmentBody"}]
    room.add(line(4, "ministry-of-trade OPPOSES united-states", "rejected Washington", new=new), version(room))
    block = '[[actor]]\nname = "Ministry of Trade"\nkind = "GovernmentBody"\n\n[[claim]]\nsays = "ministry-of-trade'
    assert block in coding(room)
    room.undo(version(room))
    assert coding(room) == "# mine\n"


def test_an_actor_that_another_claim_uses_stays(room):
    new = [{"name": "Ministry of Trade", "kind": "GovernmentBody"}]
    room.add(line(4, "ministry-of-trade OPPOSES united-states", "rejected Washington", new=new), version(room))
    with (room.folder / "claims.toml").open("a") as file:
        file.write(
            '\n[[claim]]\nsays = "ministry-of-trade CRITICISES united-states"\nquote = "The Ministry of Trade rejected"\n'
        )
    room.undo(version(room))
    assert "OPPOSES" not in coding(room)
    assert '[[actor]]\nname = "Ministry of Trade"' in coding(room)
    open_case(room.folder, room.text)


def test_a_proposal_is_accepted_as_it_is(room):
    first = open_proposals(room.folder)[0]
    assert room.accept(first.id, None, version(room)) == "p2-china-sells-arms-to-iran"
    assert decisions(room.folder)[first.id].changed == {}
    assert 'since = "2016"\nquote = "China sold drones to Iran"' in coding(room)


def test_a_proposal_is_accepted_with_changes_that_are_noted(room):
    first = open_proposals(room.folder)[0]
    given = line(2, "china SELLS_ARMS_TO iran", "sold drones to Iran", holder=["russia"])
    room.accept(first.id, given, version(room))
    assert decisions(room.folder)[first.id].changed == {
        "since": ["2016", None],
        "quote": ["China sold drones to Iran", "sold drones to Iran"],
        "holder": [None, ["russia"]],
    }
    shown = shown_state(room)["proposals"][0]
    assert (shown["status"], shown["claim"]) == ("accepted", "p2-china-sells-arms-to-iran")


def test_a_proposal_brings_its_actor_also_where_it_was_changed(room):
    embargo = open_proposals(room.folder)[2]
    given = line(4, "ministry-of-trade CRITICISES united-states", "rejected Washington\u2019s embargo")
    room.accept(embargo.id, given, version(room))
    assert coding(room).count("[[actor]]") == 1
    assert decisions(room.folder)[embargo.id].changed == {"tie": ["OPPOSES", "CRITICISES"]}  # the quote is as it was


def test_what_is_decided_is_undone_one_by_one(room):
    before = shown_state(room)
    first, second, _ = open_proposals(room.folder)
    room.accept(first.id, None, version(room))
    room.reject(second.id, version(room))
    room.add(FEAR, version(room))
    room.mark(3, version(room), done=True)
    shown = shown_state(room)
    assert shown["progress"] == {"paragraphs": 6, "done": 1, "claims": 2, "open": 1, "rejected": 1}
    assert [room.undo(version(room)).did for _ in range(4)] == ["marked", "added", "rejected", "added"]
    after = shown_state(room)
    assert coding(room) == "# mine\n"
    assert {**after, "version": ""} == {**before, "version": ""}
    with pytest.raises(UsageError, match="nothing to undo"):
        room.undo(version(room))


def test_undo_goes_on_after_a_restart(room):
    room.add(FEAR, version(room))
    again = Editor(room.folder, room.text, "Me")
    again.undo(version(again))
    assert coding(room) == "# mine\n"


def test_a_claim_in_the_middle_is_undone_and_its_neighbours_stay(room):
    room.add(FEAR, version(room))
    more = '\n# later\n[[claim]]\nsays = "oman OPPOSES iran"\nquote = "Oman did not sign"\nnegated = true\n'
    (room.folder / "claims.toml").write_text(coding(room) + more, "utf-8")
    room.undo(version(room))
    assert coding(room) == "# mine\n" + more


def test_what_was_changed_by_hand_since_is_not_undone(room):
    room.add(FEAR, version(room))
    by_hand = coding(room).replace('mode = "feared"', 'mode = "expected"')
    (room.folder / "claims.toml").write_text(by_hand, "utf-8")
    with pytest.raises(UsageError, match="since been changed by hand"):
        room.undo(version(room))
    assert coding(room) == by_hand


def test_an_edit_leaves_all_else_to_the_byte(own):
    given = line(
        4, "ministry-of-trade OPPOSES united-states", "rejected Washington\u2019s embargo", confidence=0.5, note="hm"
    )
    own.edit("p4-ministry-of-trade-opposes-united-states", given | {"tie": "CRITICISES", "since": "2024"}, version(own))
    kept = 'id = "p4-ministry-of-trade-opposes-united-states"\nsays = "ministry-of-trade CRITICISES'
    after = OWN.replace('says = "ministry-of-trade OPPOSES', kept).replace('"hm"\n', '"hm"\nsince = "2024"\n')
    assert coding(own) == after
    own.undo(version(own))
    assert coding(own) == OWN


def test_an_edit_takes_out_what_follows_from_the_rest(own):
    own.edit(
        "p2-china-sells-arms-to-iran",
        line(
            2, "china SELLS_ARMS_TO iran", "China sold drones to Iran", mode="actual", negated=False, stance="asserts"
        ),
        version(own),
    )
    assert coding(own) == OWN


def test_the_factor_of_a_section_is_taken_back_and_given_again(room):
    head = room.folder / "case.toml"
    head.write_text(head.read_text("utf-8") + '\n[[section]]\nparagraphs = "3"\nfactor = "fear"\n', "utf-8")
    (room.folder / "entities.toml").write_text('[[factor]]\nname = "Fear"\n', "utf-8")
    room.add({**FEAR, "factor": "fear"}, version(room))
    short = coding(room)
    assert "factor" not in short
    claim = "p3-israel-uses-force-against-iran"
    room.edit(claim, {**FEAR, "factor": ""}, version(room))
    assert coding(room) == short + 'factor = ""\n'
    room.edit(claim, FEAR, version(room))
    assert coding(room) == short


def test_a_claim_is_taken_out_and_put_back_where_it_stood(own):
    own.remove("p2-china-sells-arms-to-iran", version(own))
    assert coding(own) == OWN[:7] + OWN[OWN.index("\n# of the ministry") :]
    assert len(open_case(own.folder, own.text).claims) == 1
    own.undo(version(own))
    assert [each.values.get("says") for each in read_entries(own.folder / "claims.toml") if each.table == "claim"] == [
        "china SELLS_ARMS_TO iran",
        "ministry-of-trade OPPOSES united-states",
    ]
    assert (
        '[[claim]]   # first\n# why\nsays = "china SELLS_ARMS_TO iran"\nquote = "China sold drones to Iran" # words\n'
        in coding(own)
    )


def test_windows_line_ends_and_the_byte_order_mark_stay(own):
    path = own.folder / "claims.toml"
    path.write_bytes(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
    own.add(FEAR, version(own))
    own.edit("p2-china-sells-arms-to-iran", line(2, "china AIDS iran", "China sold drones to Iran"), version(own))
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf#")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    after = OWN.replace("SELLS_ARMS_TO", "AIDS").replace("# first\n", '# first\nid = "p2-china-sells-arms-to-iran"\n')
    assert raw.decode("utf-8-sig").replace("\r\n", "\n").startswith(after)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (
            line(3, "israel USES_FORCE_AGAINST iran", "Israel may attack Iran", mode="feared"),
            ("mode", "feared by whom? (by)"),
        ),
        (line(3, "israel MEDIATE iran", "Israel may attack Iran"), ("tie", "did you mean MEDIATES?")),
        (line(3, "isreal AIDS iran", "Israel may attack Iran"), ("from", "did you mean israel")),
        (line(6, "oman OPPOSES iran", "Oman did not sign the pact"), ("quote", "a whole sentence")),
        (
            {**FEAR, "words": None},
            ("quote", "are missing"),
        ),
        ({**FEAR, "to": ""}, ("to", "to whom or what is missing")),
        ({**FEAR, "by": ["iran"], "condition": "x"}, ("condition", "belongs to mode conditional")),
        ({**FEAR, "since": "soon"}, ("since", "soon")),
        ({**FEAR, "confidence": 7}, ("confidence", "less than or equal to 1")),
    ],
)
def test_a_line_with_a_fault_is_not_written_and_says_what_is_right(room, given, fault):
    with pytest.raises(NotRight) as raised:
        room.add(given, version(room))
    assert any(name == fault[0] and fault[1] in message for name, message in raised.value.faults), raised.value.faults
    assert coding(room) == "# mine\n"


def test_the_same_claim_is_not_written_twice(room):
    room.add(FEAR, version(room))
    with pytest.raises(NotRight, match="coded already as p3-israel-uses-force-against-iran"):
        room.add(FEAR, version(room))
    room.add({**FEAR, "holder": ["oman"]}, version(room))  # another says so too
    assert coding(room).count("[[claim]]") == 2


@pytest.mark.parametrize(
    "given",
    [
        {"paragraph": 9},
        {"paragraph": "2"},
        {"paragraph": 2, "words": [5, 2]},
        {"paragraph": 2, "words": [0, 999]},
        {"paragraph": 2, "new": 7},
        {"paragraph": 2, "new": [{"name": "X", "kind": "country"}]},
    ],
)
def test_what_is_no_line_is_refused(room, given):
    with pytest.raises(UsageError):
        room.add(given, version(room))


def test_a_window_that_is_behind_writes_nothing(room):
    shown = version(room)
    first, second, _ = open_proposals(room.folder)
    room.accept(first.id, None, shown)
    before = coding(room)
    for change in (
        lambda: room.add(FEAR, shown),
        lambda: room.accept(second.id, None, shown),
        lambda: room.reject(second.id, shown),
        lambda: room.edit("p2-china-sells-arms-to-iran", FEAR, shown),
        lambda: room.remove("p2-china-sells-arms-to-iran", shown),
        lambda: room.mark(1, shown, done=True),
        lambda: room.undo(shown),
        lambda: room.reopen(first.id, shown),
    ):
        with pytest.raises(CaseChanged, match="changed elsewhere meanwhile; nothing was written"):
            change()
    assert coding(room) == before


def test_an_editor_beside_the_room_counts_as_another_window(room):
    shown = version(room)
    (room.folder / "claims.toml").write_text("# theirs\n", "utf-8")
    with pytest.raises(CaseChanged):
        room.add(FEAR, shown)
    assert coding(room) == "# theirs\n"
    shown = version(room)
    decline(room.folder, open_proposals(room.folder)[0], "terminal")
    with pytest.raises(CaseChanged):
        room.add(FEAR, shown)


def test_of_many_windows_at_once_one_wins(room):
    shown, won, behind = version(room), [], []
    claims = [line(2, f"{one} AIDS iran", "sold drones to Iran") for one in ("china", "russia", "yemen", "oman")]

    def write(given):
        try:
            won.append(Editor(room.folder, room.text, "x").add(given, shown))
        except CaseChanged:
            behind.append(given)

    threads = [threading.Thread(target=write, args=(each,)) for each in claims]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(won), len(behind)) == (1, 3)
    assert coding(room).count("[[claim]]") == 1


def test_a_decision_is_opened_again_wherever_it_was_made(room):
    first, second, _ = open_proposals(room.folder)
    room.accept(first.id, None, version(room))
    decline(room.folder, second, "terminal")
    room.reopen(first.id, version(room))
    room.reopen(second.id, version(room))
    assert coding(room) == "# mine\n"
    assert len(open_proposals(room.folder)) == 3
    with pytest.raises(UnknownName):
        room.reopen(first.id, version(room))


def test_what_is_not_there_is_told(room):
    for change in (lambda: room.accept("no", None, version(room)), lambda: room.reject("no", version(room))):
        with pytest.raises(UnknownName, match="no proposal 'no' is open"):
            change()
    with pytest.raises(UnknownName, match="no claim 'p9'"):
        room.remove("p9", version(room))
    with pytest.raises(UsageError, match="no paragraph 99"):
        room.mark(99, version(room), done=True)


def test_a_case_with_faults_of_its_own_stays_as_it_is(room):
    (room.folder / "claims.toml").write_text('[[claim]]\nsays = "x AIDS y"\nquote = "no"\n', "utf-8")
    with pytest.raises(BadCase):
        room.add(FEAR, version(room))


@pytest.mark.parametrize("step", ["write_claims", "decide_for", "Editor._note"])
def test_a_kill_between_any_two_steps_loses_nothing_decided(room, step):
    """Killed right after a step of accepting: the claim is whole or not there, and accepting it again makes no second one."""
    first = open_proposals(room.folder)[0]
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from tiebook.case import Text\n"
        "from tiebook.draft.editing import editor\n"
        "from tiebook.draft.editing.editor import Editor\n"
        f"owner = Editor if {step!r}.startswith('Editor.') else editor\n"
        f"name = {step!r}.rpartition('.')[2]\n"
        "old = getattr(owner, name)\n"
        "def killed(*a, **k):\n"
        "    old(*a, **k)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "setattr(owner, name, killed)\n"
        f"folder = Path({str(room.folder)!r})\n"
        "from tiebook.draft.store import version_of\n"
        f"Editor(folder, Text.read(folder.parent / 'pact.txt'), 'me').accept({first.id!r}, None, version_of(folder))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=os.environ)
    assert done.returncode == -signal.SIGKILL, done.stderr
    open_case(room.folder, room.text)
    if any(each.id == first.id for each in open_proposals(room.folder)):
        room.accept(first.id, None, version(room))
    assert coding(room).count("[[claim]]") == 1
    assert decisions(room.folder)[first.id].claim == "p2-china-sells-arms-to-iran"
