"""The bench's own sums: a section is rewritten alone, costs are without the start, a fresh process has its own peak."""

import os
import sys

import pytest

from tests.bench.curve import draw
from tests.bench.load import AGAIN, OURS, START, Found, size_of, tables
from tests.bench.report import PAGE, put
from tests.bench.timing import Run, Timing, timed


def test_a_part_rewrites_only_its_own_section(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text("# Title\n\nIntroduction.\n")
    put("one", "## One\n\nfirst", page)
    put("two", "## Two\n\n\\1 stays", page)
    put("one", "## One\n\nsecond", page)
    text = page.read_text()
    assert text.startswith("# Title\n\nIntroduction.\n\n<!-- bench: one -->")
    assert "second" in text
    assert "first" not in text
    assert text.count("<!-- bench:") == 2
    assert "\\1 stays" in text


def test_a_tie_costs_what_is_beyond_the_start():
    found = Found()
    for size, seconds in ((START, 0.5), (1000, 1.5), (10_000, 10.5), (30_000, 30.5)):
        found.add(OURS, size, Run(seconds))
    assert found.sizes(OURS) == [1000, 10_000, 30_000]
    assert found.cost(OURS, 1000) == pytest.approx(1000)
    assert found.flatness(OURS) == f"{OURS}: cost of a tie at 30,000 ties, relative to smaller loads: 1.00 (10,000)"
    assert found.rows([OURS, AGAIN], {"": OURS})[0] == ["1,000", OURS, "1500 ms (1500-1500)", "667", "0", "1.00"]


def test_times_are_told_as_median_and_range():
    assert str(Timing((Run(0.1), Run(0.3), Run(0.2)))) == "200 ms (100-300)"
    assert str(Timing((Run(2.0), Run(4.0), Run(3.0)))) == "3.0 s (2.0-4.0)"


def test_a_process_has_its_own_peak_and_a_failure_ends_the_bench():
    ballast = bytearray(200 << 20)
    small = timed([sys.executable, "-c", "pass"], os.environ)
    large = timed([sys.executable, "-c", "x = b'1' * (100 << 20)"], os.environ)
    assert small.mib < 60
    assert 100 < large.mib < 160 < len(ballast) >> 20
    with pytest.raises(SystemExit, match="out of luck"):
        timed([sys.executable, "-c", "raise SystemExit('out of luck')"], os.environ)


def test_the_tables_hold_what_was_asked_for(tmp_path):
    _, made = tables(tmp_path, [200])
    rows = [line for path in made[200].glob("*.csv") for line in path.read_text().splitlines()[1:]]
    assert len(rows) == 200
    assert len({line.split(",")[3] for line in rows}) == 200
    assert size_of(1_000_000).actors == 5000


def test_the_curve_is_drawn_to_scale(tmp_path):
    text = draw(tmp_path / "c.svg", "T & co", {"a": [(10_000, 10.0), (100_000, 20.0), (1_000_000, 10.0)]}).read_text()
    assert 'd="M64.0 186.0L370.0 46.0L676.0 186.0"' in text
    assert "T &amp; co" in text


def test_the_page_introduces_its_sections():
    assert PAGE.read_text("utf-8").startswith("# ")
