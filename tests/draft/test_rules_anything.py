"""Whatever the words and their order: the rules read it without a fault, and the gate has nothing to say on form or quote."""

import random

import pytest

from tests.draft.sentences import read
from tiebook.case import Text
from tiebook.case.check import MOST_WORDS

WORDS = (
    "China Iran 's - , . ; : ( ) \u201c \u201d which that if not to of by with and or supplied sold missiles "
    "support for between relations Iranian Beijing it its their the two countries may fears said according "
    "refused -backed groups U.S. President Ana Rojas denied Ministry of Trade was were been sanctions on in "
    "2015 as well accused ally members Iran-backed rivals such namely view point "
).split()


@pytest.mark.parametrize("seed", range(8))
def test_words_in_any_order(seed):
    chance = random.Random(seed)
    for _ in range(60):
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 60)))
        paragraphs = Text.of(text).paragraphs
        for each in read(text):
            assert each.quote in paragraphs[each.paragraph - 1].text
            assert len(each.quote.split()) <= MOST_WORDS
            assert each.start != each.end
