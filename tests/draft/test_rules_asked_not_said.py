"""The rules and questions within a sentence: what somebody explains the reason of is the author's word that it is so."""

import pytest

from tests.draft.sentences import read


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Peru explained why Chile armed Mali.", ()),
        ("Peru explained what weapons Chile sold to Mali.", ()),
        ("Peru explained that Chile armed Mali.", ("peru",)),
        ("Peru said Chile armed Mali.", ("peru",)),
        ("Peru told reporters, Chile armed Mali.", ("peru",)),
    ],
)
def test_a_question_that_is_answered_is_nobodys_statement(text, holder):
    (found,) = [each for each in read(text) if (each.start, each.end) == ("chile", "mali")]
    assert found.holder == holder
