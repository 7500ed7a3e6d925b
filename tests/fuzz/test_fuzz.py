"""The short form of the input campaign: Hypothesis edits a sample of every reader. `python -m tests.fuzz` is the long one."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutate import KINDS, Edit, edited
from tests.fuzz.target import Target, tried
from tests.fuzz.targets import targets

SECONDS = 5.0  # that one input may take at most, on a busy machine

EDITS = st.lists(
    st.builds(
        Edit, st.integers(0, KINDS - 1), st.integers(0, 999_999), st.sampled_from((1, 4, 20, 200)), st.integers(0, 9999)
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize("name", sorted(targets()))
def test_samples_are_read(name: str) -> None:
    target = targets()[name]
    samples = list(target.samples())
    assert samples
    if name not in ("guard", "terminal"):  # a stored question is refused for its // if comments only by the linter
        assert any(tried(target, sample) is None for sample in samples)


@pytest.mark.parametrize("name", sorted(targets()))
@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_broken_sample_is_read_or_refused_in_our_words(name: str, data: st.DataObject) -> None:
    target: Target = targets()[name]
    sample = data.draw(st.sampled_from(list(target.samples())))
    broken = edited(sample, data.draw(EDITS))
    began = time.process_time()
    tried(target, broken)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("name", sorted(targets()))
@settings(max_examples=8, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused_in_our_words(name: str, raw: bytes) -> None:
    tried(targets()[name], raw)
