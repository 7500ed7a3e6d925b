"""How likely text is of an encoding: of none of them where there is no text, and told for each that is asked for."""

# ruff: noqa: RUF001 -- letters of other scripts

import pytest

from tiebook.support.languages import confidence

SENTENCE = "В мае правительства двух стран подписали договор о дружбе и сотрудничестве, который вступит в силу осенью."


@pytest.mark.parametrize("text", [b"", b"  \r\n\t"])
def test_blank_text_is_likely_of_no_encoding(text):
    assert confidence(text, ["cp1251", "cp1252"]) == {"cp1251": 0.0, "cp1252": 0.0}


def test_where_no_encoding_is_asked_for_none_is_told():
    assert confidence(SENTENCE.encode("cp1251"), []) == {}


def test_the_encoding_of_a_text_is_the_likeliest_in_any_spelling_of_its_name():
    found = confidence(SENTENCE.encode("cp1251"), ["cp1252", "windows-1251", "koi8-r"])
    assert [*found] == ["cp1252", "windows-1251", "koi8-r"]
    assert max(found, key=lambda name: found[name]) == "windows-1251"
    assert 0 < found["windows-1251"] <= 1


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp949", "두 나라 정부는 오월에 우호 협력 조약에 서명했으며 이 조약은 가을에 발효된다."),
        ("gb18030", "两国政府五月签署了友好合作条约，该条约将于秋季生效。"),
    ],
)
def test_an_encoding_is_as_likely_as_those_that_it_holds(encoding, text):
    found = confidence(text.encode(encoding), [encoding, "cp1252"])
    assert found[encoding] > found["cp1252"]
