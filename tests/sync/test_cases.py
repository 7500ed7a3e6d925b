"""A case is found by its name, folder or file, and its text by where it lies; what a case judges must be in the graph."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import MINI
from tests.sync.case_head import HEAD
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource
from tiebook.sync.cases import find_case, load_case, shipped_cases, text_of_case
from tiebook.sync.replace_guard import Held, held

NOTES = Path(__file__).parent.parent / "samples" / "judgement"  # on claims of two cases that ship


def test_a_case_is_found_by_its_folder_its_head_or_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "case.toml").write_text(HEAD.format("x"), "utf-8")
    assert find_case(str(own)) == own
    assert find_case(str(own / "case.toml")) == own
    assert shipped_cases() == sorted(shipped_cases())
    for name in shipped_cases():
        assert find_case(name).name == name
        assert (find_case(name) / "case.toml").is_file()
    # a folder of one's own comes before a case that ships
    monkeypatch.chdir(tmp_path)
    (tmp_path / "china-iran").mkdir()
    assert find_case("china-iran") != Path("china-iran")
    (tmp_path / "china-iran" / "case.toml").write_text(HEAD.format("x"), "utf-8")
    assert find_case("china-iran") == Path("china-iran")


@pytest.mark.parametrize(
    ("named", "what", "hint"),
    [
        ("table.csv", "not an article, an export or a data set", "tiebook map table.csv --type TIE"),
        ("gone.csv", "no such file or folder", "tiebook sources"),
        ("gone/mine", "no such file or folder", "tiebook sources"),
        ("empty", "neither a source that ships nor a folder with a case.toml", "china-iran"),
        ("empty.d", "neither a source that ships nor a folder with a case.toml", "china-iran"),
        ("chna-iran", "neither a source that ships nor a folder with a case.toml", "china-iran"),
        ("qqqqqqqq", "neither a source that ships nor a folder with a case.toml", "shipped: china-iran, "),
    ],
)
def test_what_is_no_case_is_said_to_be_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, what: str, hint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "table.csv").write_text("a,b\n", "utf-8")
    for folder in ("empty", "empty.d"):
        (tmp_path / folder).mkdir()
    with pytest.raises(BadSource, match=what) as raised:
        find_case(named)
    assert hint in str(raised.value.hint)


@pytest.mark.parametrize(
    ("given", "licence", "coded", "environment", "found"),
    [
        ("given", True, "own", "other", "given"),
        (None, True, "own", "other", "own"),  # it ships, and it is the one that was coded
        (None, True, "an older one", "other", "other"),
        (None, False, "own", "other", "other"),
        (None, False, "own", None, "own"),  # case.toml names it
        (None, False, None, None, None),
    ],
)
def test_the_text_of_a_case_is_the_one_that_is_nearest(
    tmp_path: Path, given: str | None, licence: bool, coded: str | None, environment: str | None, found: str | None
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    more = ""
    if coded is not None:
        (folder / "own.txt").write_text("own\n", "utf-8")
        digest = sha256(f"{coded}\n".encode()).hexdigest()
        more = f'text = "own.txt"\nsha256 = "{digest}"\n'
    if licence:
        more += 'text_licence = "public domain"\n'
    (folder / "case.toml").write_text(HEAD.format("x").replace("[coder]", f"{more}[coder]"), "utf-8")
    for name in ("given", "other"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n", "utf-8")
    path = None if given is None else tmp_path / f"{given}.txt"
    surroundings = {} if environment is None else {"TIEBOOK_TEXT": str(tmp_path / f"{environment}.txt")}
    text = text_of_case(folder, path, surroundings)
    assert (None if text is None else text.content.strip()) == found


def test_a_text_that_the_case_names_may_be_elsewhere_or_gone(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "case.toml").write_text(HEAD.format("x").replace("[coder]", 'text = "../it.txt"\n[coder]'), "utf-8")
    assert text_of_case(folder, None, {}) is None
    (tmp_path / "it.txt").write_text("it\n", "utf-8")
    text = text_of_case(folder, None, {})
    assert text is not None
    assert text.content == "it\n"


@pytest.mark.parametrize(
    ("loaded", "lost"),
    [
        ((), ("china-iran", "crink-security")),
        (("china-iran",), ("crink-security",)),
        (("crink-security",), ("china-iran",)),
    ],
)
def test_what_a_case_judges_must_be_in_the_graph(
    tmp_path: Path, loaded: tuple[str, ...], lost: tuple[str, ...]
) -> None:
    engine = KgliteEngine(tmp_path / "x.kgl")
    for name in loaded:
        load_case(engine, find_case(name))
    with pytest.raises(BadSource, match="about claims that the graph does not have") as raised:
        load_case(engine, NOTES)
    named = re.findall(r"[\w-]+/[\w-]+", raised.value.what)
    assert named == sorted(named)
    assert {each.partition("/")[0] for each in named} == set(lost)
    assert raised.value.hint == f"load {', '.join(lost)} first"
    engine.close()


def test_a_case_may_judge_its_own_claims_in_an_empty_graph(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "x.kgl")
    assert "about" in (MINI / "coding.toml").read_text("utf-8")
    load_case(engine, MINI)
    assert engine.read("MATCH (:Claim)-[r:ABOUT]->(:Claim) RETURN count(r) AS found").rows[0][0] > 0
    engine.close()


def test_the_cases_that_ship_are_in_the_order_of_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"case-{letter}" for letter in "kdgaibjecfh"]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.toml").touch()
    (tmp_path / "sipri").mkdir()
    monkeypatch.setattr("tiebook.sync.cases.resource_folder", lambda _: tmp_path)
    assert shipped_cases() == sorted(names)


def test_what_the_graph_has_of_a_source_is_nothing_where_it_says_nothing(
    mini_engine: KgliteEngine, tmp_path: Path
) -> None:
    mini_engine.write(lambda writer: writer.run("CREATE (:Source {id: 'bare', name: 'Bare', sources: ['bare']})"))
    assert held(mini_engine, "mini").ties == 3
    assert held(mini_engine, "bare") == held(mini_engine, "another") == Held()
    assert held(KgliteEngine(tmp_path / "none.kgl"), "mini") == Held()
