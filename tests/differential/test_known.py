"""The campaign finds what is known to be wrong: with the passes of each of the first four faults on."""

import pytest

from tests.differential.known import KNOWN, found


@pytest.mark.parametrize("fault", KNOWN)
def test_the_campaign_finds_each_fault_that_was_known_when_its_passes_are_on(fault):
    asked, difference = found(fault, 1_000)
    assert difference is not None, fault
    assert asked <= 1_000
    assert difference.left != difference.right
    assert len(difference.graph.nodes) <= 8
