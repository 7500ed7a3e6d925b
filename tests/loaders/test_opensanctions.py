"""FollowTheMoney JSON lines: links that are entities, properties that are lists, deltas that wrap."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, dyad, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.source_reader import SourceReader
from tiebook.sync.batch import Batch


def test_sample() -> None:
    reader, batch = sample("opensanctions", "entities.ftm.json")
    assert counts(reader) == [(9, 5, 0, 4)]
    (sanction,) = ties(batch, "SANCTIONS")
    assert (sanction.source[1], sanction.target[1], sanction.props["since"]) == (
        "united-states",
        "ftm-nk-1",
        "2022-03-01",
    )
    assert dyad(batch, "CONTROLS", "ftm-nk-2", "ftm-nk-1")[0].props["mechanism"] == "51%"
    assert dyad(batch, "HOLDS_OFFICE_IN", "ftm-nk-2", "ftm-nk-1")
    company = next(node for node in batch.nodes if node.id == "ftm-nk-1")
    assert company.props["aliases"] == ["\u041e\u041e\u041e \u041f\u0440\u0438\u043c\u0435\u0440"], (
        "a name in Cyrillic letters"
    )
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("iso2", "ZZ")]


def test_a_delta() -> None:
    reader, batch = sample("opensanctions", "delta.json")
    assert counts(reader) == [(4, 3, 0, 1)]
    assert len(batch.edges) == 1


def _entities(path: Path, *entities: Mapping[str, object]) -> tuple[SourceReader, Batch]:
    path.write_text("".join(json.dumps(entity) + "\n" for entity in entities))
    return read_dataset("opensanctions", [path])


def test_plain_entities_are_named_by_their_first_name_and_found_by_every_other(tmp_path: Path) -> None:
    names = {
        "name": ["Ana Petrova", "Ана Петрова"],
        "alias": ["Anka", "Ana Petrova"],
        "weakAlias": ["The Aunt"],
        "previousName": ["Ana Ivanova"],
    }
    _, batch = _entities(
        tmp_path / "e.json",
        {"id": "x9", "schema": "Person", "properties": names},
        {"id": "x8", "schema": "Company", "caption": "Shown", "properties": {"name": ["Said"]}},
        {"id": "x6", "schema": "Person", "caption": " ", "properties": {"lastName": ["Sule"], "firstName": ["Ada"]}},
        {"id": "x7", "schema": "Company", "properties": {}},
    )
    found = {node.id: (node.props["name"], node.props.get("aliases")) for node in batch.nodes if node.label == "Actor"}
    assert found == {
        "ftm-x9": ("Ana Petrova", ["Ana Ivanova", "Anka", "The Aunt", "Ана Петрова"]),
        "ftm-x8": ("Shown", ["Said"]),
        "ftm-x7": ("x7", []),
        "ftm-x6": ("Ada Sule", []),
    }


def test_ids_that_differ_in_case_only_are_two_entities(tmp_path: Path) -> None:
    named: dict[str, object] = {"schema": "Person", "properties": {"name": ["A"]}}
    link = {"owner": ["NK-aB"], "asset": ["NK-Ab"]}
    first: list[dict[str, object]] = [{"id": number, **named} for number in ("NK-aB", "NK-Ab", "NK-cd")]
    _, batch = _entities(tmp_path / "e.json", *first, {"id": "l", "schema": "Ownership", "properties": link})
    actors = {node.id for node in batch.nodes if node.label == "Actor"}
    assert len(actors) == 3
    assert "ftm-nk-cd" in actors, "an id that meets no other stays plain"
    (owned,) = ties(batch, "CONTROLS")
    assert owned.source != owned.target


def test_what_is_no_entity(tmp_path: Path) -> None:
    path = tmp_path / "e.json"
    path.write_text('{"id": "1", "schema": "Person", "properties": {}}\n{"schema": "Person"}\n')
    with pytest.raises(BadSource, match=r"e.json:2: not a FollowTheMoney entity"):
        read_dataset("opensanctions", [path])


def test_published() -> None:
    reader, batch = real("opensanctions", "t1_entities.ftm.json", "zala_entities.ftm.json")
    assert [row[0] for row in counts(reader)] == [7, 91]
    assert ties(batch, "SANCTIONS")
    assert not reader.resolver.unresolved()


def test_what_ends_before_it_begins_is_skipped_and_said(tmp_path: Path) -> None:
    path = tmp_path / "e.json"
    path.write_text(
        '{"id": "1", "schema": "Person", "caption": "A", "properties": {}}\n'
        '{"id": "2", "schema": "Sanction", "properties":'
        ' {"entity": ["1"], "country": ["us"], "startDate": ["2020"], "endDate": ["2019"]}}\n'
    )
    reader, _ = read_dataset("opensanctions", [path])
    assert reader.accounts[0].skipped == {"it ends before it begins": 1}


def test_programmes_of_a_list_of_targets_tell_who_sanctions() -> None:
    reader, batch = sample("opensanctions", "targets.programs.csv")
    assert counts(reader) == [(4, 3, 0, 1)]
    made = {(edge.source[1], edge.target[1], edge.props["mechanism"]) for edge in ties(batch, "SANCTIONS")}
    assert made == {
        ("european-union", "ftm-nk-1", "EU-RUS"),
        ("britain", "ftm-nk-1", "GB-RUS"),
        ("switzerland", "ftm-nk-1", "SECO-UKRAINE"),
        ("un-security-council", "ftm-nk-2", "UN-SC1718"),
    }
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("iso2", "ZZ")]
    assert all("since_earliest" not in edge.props for edge in batch.edges), "the list has no dates of listing"


def _said(path: Path, *entities: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    _, batch = _entities(path, *entities)
    return {
        node.id: (node.props["name"], node.props["aliases"])
        for node in batch.nodes
        if node.label == "Actor" and node.id.startswith("ftm-")
    }


def _person(number: str = "a", **more: object) -> dict[str, object]:
    props = {key: more.pop(key) for key in list(more) if key not in {"caption", "referents"}}
    return {"id": number, "schema": "Person", "properties": props, **more}


def _link(number: str, schema: str, **props: object) -> dict[str, object]:
    return {"id": number, "schema": schema, "properties": props}


@pytest.mark.parametrize(
    ("entity", "name", "aliases"),
    [
        (_person(name=["Дмитрий Веласов", "Dmitri Velasov"]), "Dmitri Velasov", ["Дмитрий Веласов"]),
        (_person(name=["王伟", "왕웨이"]), "王伟", ["왕웨이"]),
        (_person(name=["Ann"], caption="a"), "Ann", []),
        (_person(name=["Ann"], caption=None), "Ann", []),
        (_person(name=[None, " ", "Ann"], alias=None), "Ann", []),
        (_person(name="Ann", alias="Anka"), "Ann", ["Anka"]),
        (_person(firstName=["Ада", "Ada"], lastName=["Суле", "Sule"], alias=["The Aunt"]), "Ada Sule", ["The Aunt"]),
        (_person(alias=["Anka", "Анка"]), "Anka", ["Анка"]),
    ],
)
def test_the_name_of_an_entity(tmp_path: Path, entity: dict[str, object], name: str, aliases: list[str]) -> None:
    assert _said(tmp_path / "e.json", entity) == {"ftm-a": (name, aliases)}


def test_what_several_lines_say_of_one_entity_is_put_together(tmp_path: Path) -> None:
    sanction = _link("s", "Sanction", entity=["a"], country=["us"])
    pieces = [_person(name=["Ann"]), sanction, _person(alias=["Anka"]), _person(name=["Ann"], alias=["Анна"]), sanction]
    reader, batch = _entities(tmp_path / "e.json", *pieces)
    (listed,) = [node for node in batch.nodes if node.id == "ftm-a"]
    assert (listed.props["name"], listed.props["aliases"]) == ("Ann", ["Anka", "Анна"])
    assert len(ties(batch, "SANCTIONS")) == 1
    assert counts(reader) == [(5, 2, 3, 0)]


def test_two_files_may_have_one_entity(tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    sanction = json.dumps(_link("s", "Sanction", entity=["a"], country=["us"]))
    one.write_text(json.dumps(_person(name=["Ann"])) + f"\n{sanction}\n", "utf-8")
    two.write_text("\ufeff" + json.dumps(_person(alias=["Anka"])) + f"\r\n{sanction}\r\n", "utf-8")
    reader, batch = read_dataset("opensanctions", [one, two])
    assert [node.props["aliases"] for node in batch.nodes if node.id == "ftm-a"] == [["Anka"]]
    assert counts(reader) == [(2, 2, 0, 0), (2, 0, 2, 0)]


def test_what_a_delta_changes_replaces_what_was(tmp_path: Path) -> None:
    lines = ({"op": op, "entity": _person(name=[name])} for op, name in (("ADD", "Ann"), ("MOD", "Anna")))
    assert _said(tmp_path / "e.json", *lines) == {"ftm-a": ("Anna", [])}


def test_a_link_with_several_ends_is_a_tie_for_each(tmp_path: Path) -> None:
    company = {"id": "c", "schema": "Company", "properties": {"name": ["Corp"]}}
    _, batch = _entities(
        tmp_path / "e.json",
        _person("a", name=["Ann"]),
        _person("b", name=["Ben"], referents=["old-b"]),
        company,
        _link("o", "Ownership", owner=["a", "old-b", "b"], asset=["c"]),
        _link("d", "Directorship", director=["c", "a"], organization=["c"]),
        _link("s", "Sanction", entity=["a", "nobody", "old-b"], country=["us"]),
    )
    found = {(edge.type, edge.source[1], edge.target[1]) for edge in batch.edges}
    assert found == {
        ("CONTROLS", "ftm-a", "ftm-c"),
        ("CONTROLS", "ftm-b", "ftm-c"),
        ("HOLDS_OFFICE_IN", "ftm-a", "ftm-c"),
        ("SANCTIONS", "united-states", "ftm-a"),
        ("SANCTIONS", "united-states", "ftm-b"),
    }
    assert len(batch.edges) == len(found)


@pytest.mark.parametrize(
    ("text", "hint"), [('[{"id": "a"}]', r"jq -c '\.\[\]' e.json"), ('{\n "id": "a"\n}', r"jq -c \. e.json")]
)
def test_json_in_another_form_is_refused_with_the_way_out(tmp_path: Path, text: str, hint: str) -> None:
    (tmp_path / "e.json").write_text(text)
    with pytest.raises(BadSource, match=hint):
        read_dataset("opensanctions", [tmp_path / "e.json"])
