"""Which tie a CAMEO code makes: one mapping, in one file, that a new type of the codebook does not change by itself."""

import dataclasses
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis.strategies import sampled_from

from tiebook.events import cameo
from tiebook.events.cameo import EXCEPTIONS, ROOTS, TIE_OF_CATEGORY, TIE_OF_CODE, plain_code, plover, tie_of
from tiebook.model.codebook import codebook
from tiebook.sources.declaration import declaration_of, find_dataset

CODES = [f"{number:0{width}d}" for width in (2, 3, 4) for number in range(10**width)]


@pytest.mark.parametrize(
    ("code", "category", "tie"),
    [
        ("010", None, None),
        ("02", None, None),
        ("036", "AGREE", "AGREES_WITH"),
        ("042", "CONSULT", "MEETS_WITH"),
        ("045", "CONSULT", "MEDIATES"),
        ("057", "SUPPORT", "AGREES_WITH"),
        ("061", "COOPERATE", "ECONOMIC_TIE_TO"),
        ("0841", "RETREAT", None),
        ("081", "CONCEDE", None),
        ("0813", "RETREAT", None),
        ("090", "ACCUSE", "CRITICISES"),
        ("11", "ACCUSE", "CRITICISES"),
        ("113", "ACCUSE", "OPPOSES"),
        ("1131", "ACCUSE", "OPPOSES"),
        ("163", "COERCE", "SANCTIONS"),
        ("1712", "ASSAULT", "USES_FORCE_AGAINST"),
        ("191", "COERCE", "PRESSURES"),
        ("2042", "ASSAULT", "USES_FORCE_AGAINST"),
        ("COERCE", "COERCE", "PRESSURES"),
        ("PROTEST", "PROTEST", None),
    ],
)
def test_cameo_by_way_of_plover(code, category, tie):
    assert plover(code) == category
    found = tie_of(code)
    assert (found.name if found else None) == tie


def test_the_mapping_names_only_what_there_is():
    assert {*TIE_OF_CATEGORY.values(), *TIE_OF_CODE.values()} <= set(codebook().ties)
    assert set(TIE_OF_CATEGORY) <= {*ROOTS.values(), *EXCEPTIONS.values()}
    assert all(len(code) in (3, 4) and code.isdecimal() for code in TIE_OF_CODE)


@pytest.mark.parametrize("tie", [each for each in codebook().ties.values() if each.quad], ids=lambda tie: tie.name)
def test_a_type_with_a_cameo_code_takes_the_events_of_that_code(tie):
    found = tie_of(tie.cameo)
    assert found is not None, f"events/cameo.py has no tie for CAMEO {tie.cameo}"
    assert found.name == tie.name, f"CAMEO {tie.cameo} makes {found.name}: enter it in TIE_OF_CODE of events/cameo.py"


@pytest.mark.parametrize("name", ["gdelt", "icews"])
def test_a_source_of_events_declares_every_tie_that_they_make(name):
    made = {tie.name for tie in map(tie_of, CODES) if tie is not None}
    assert set(declaration_of(find_dataset(name)).ties) == made


def test_a_new_type_takes_no_events_from_another(monkeypatch):
    new = dataclasses.replace(codebook().ties["AIDS"], name="ARMS", cameo="072", plover="AID")
    book = SimpleNamespace(ties={"ARMS": new, **codebook().ties})
    before = {code: tie_of(code) for code in CODES}
    monkeypatch.setattr(cameo, "codebook", lambda: book)
    assert {code: tie_of(code) for code in CODES} == before


def test_the_longer_code_counts(monkeypatch):
    monkeypatch.setitem(TIE_OF_CODE, "1131", "REFUSES")
    made = [tie_of(code) for code in ("113", "1130", "1131")]
    assert [tie.name for tie in made if tie] == ["OPPOSES", "OPPOSES", "REFUSES"]


def test_a_code_of_superscripts_is_no_number():
    assert plain_code("\u00b2\u00b3") == "\u00b2\u00b3"


def test_a_lost_leading_zero_comes_back():
    given = ("42", "042", "190", "10", "3", "841", "20", "203", "2042", "211", "14.0", "010")
    found = ["042", "042", "190", "010", "03", "0841", "020", "203", "2042", "0211", "014", "010"]
    assert [plain_code(code) for code in given] == found


@given(sampled_from([f"{root:02d}{rest}" for root in range(1, 21) for rest in ("0", "1", "9", "12", "33")]))
def test_a_code_that_a_program_read_as_a_number_is_the_same_code(code):
    if code[0] == "0" and len(code) == 4 and int(code[1:3]) <= 20:
        return  # 0112 and 112 would run together, and CAMEO has only the second
    assert plain_code(str(int(code))) == plain_code(f"{int(code)}.0") == plain_code(code) == code
