"""UCDP: active years as spells, supporters with troops, Gleditsch-Ward numbers, several parties in a cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, dyad, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


def test_sample() -> None:
    reader, batch = sample("ucdp", "dyads.csv", "conflicts.csv", "actors.csv")
    assert counts(reader) == [(2, 1, 0, 1), (4, 2, 2, 0), (1, 0, 1, 0)]
    spells = dyad(batch, "USES_FORCE_AGAINST", "yemen", "ucdp-900")
    assert [(edge.props["since"], edge.props.get("until"), edge.props["level"]) for edge in spells] == [
        ("2020", "2021", 2),
        ("2023", None, 2),
    ]
    assert len(dyad(batch, "USES_FORCE_AGAINST", "ucdp-900", "yemen")) == 2
    assert {(edge.source[1], edge.target[1]) for edge in ties(batch, "AIDS")} == {
        ("saudi-arabia", "yemen"),
        ("iran", "ucdp-900"),
    }
    assert dyad(batch, "USES_FORCE_AGAINST", "egypt", "israel")
    assert dyad(batch, "USES_FORCE_AGAINST", "jordan", "israel")
    forces = next(node for node in batch.nodes if node.id == "ucdp-900")
    assert forces.props["aliases"] == ["The Sample Forces of Yemen"]


def test_conflicts_alone_give_a_pair_for_each_party() -> None:
    reader, batch = sample("ucdp", "conflicts.csv")
    assert counts(reader) == [(1, 1, 0, 0)]
    assert {edge.target[1] for edge in ties(batch, "USES_FORCE_AGAINST") if edge.source[1] == "yemen"} == {
        "ucdp-900",
        "ucdp-901",
    }


def test_published() -> None:
    reader, batch = real("ucdp", "Dyadic_v24_1.csv", "UcdpPrioConflict_v24_1.csv", "ucdp-actor-221.csv")
    assert [row[0] for row in counts(reader)] == [1725, 3357, 2686]
    assert sum(node.label == "Event" for node in batch.nodes) == 299
    assert not reader.resolver.unresolved()


def test_an_older_actor_list_has_fewer_names(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("ActorId,Name,NameFull,Org\n900,SFY,The Sample Forces of Yemen,1\n")
    _, batch = read_dataset("ucdp", [path])
    (group,) = [node for node in batch.nodes if node.id == "ucdp-900"]
    assert (group.props["name"], group.props["aliases"]) == ("SFY", ["The Sample Forces of Yemen"])


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        (
            "conflict_id,dyad_id,year,actor_id,actor_name,ext_id,ext_name,ext_sup",
            "333,726,2001,303,Made-up Front,3,Government of Mali,1",
            ("by supporter, supported party and year", "from ext_name to actor_name"),
        ),
        (
            "conflict_id,dyad_id,year,ext_sup,ext_x,ext_w,ext_t",
            "333,726,2001,1,0,1,0",
            ("that counts supporters", "ucdp-esd-ty"),
        ),
    ],
)
def test_external_support_is_refused_with_how_to_map_it(
    tmp_path: Path, header: str, row: str, said: tuple[str, str]
) -> None:
    path = tmp_path / "esd.csv"
    path.write_text(f"{header}\n{row}\n")
    with pytest.raises(BadSource, match="external support data set") as refused:
        read_dataset("ucdp", [path])
    assert said[0] in refused.value.what
    assert said[1] in str(refused.value.hint)
    assert "--type AIDS" in str(refused.value.hint)
