"""The published files give the graph that they gave before: a digest for each data set, alone in a graph.

Of the five that are large, what is read is held instead: the nodes and ties that the graph of all files was loaded from. A
digest that changes is a change of what was loaded right. Where it is meant, write the new one, and say so in the changelog.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests import shared
from tests.field import PUBLISHED
from tests.graphs import Published
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sources.datasets import load_dataset

DIGESTS: Final = {
    "atop": "a6624822fd3c0a9b3883a343e93aece2bda4b45b277f1c0a631b6c98757dcb92",
    "cow_alliance": "1dbcc659a27902e9f655420f19da31a76ff230c5d5dfef0fd05c10010f8d13fc",
    "cow_states": "48b2377fcd048b25c1dabd4087f9d38d2810ce3cde0680c922430daf8575790b",
    "cow_contiguity": "77b062786f6546925dc681dda9e0c1a7a42a69ad3b63f1339c53cadccc3ac3e2",
    "dcad": "74479c588f9c72702e5f87154b5df9bc800e513774d8bae6f90b013003b489d9",
    "gdelt": "89846fc53a4e36c436ac9c3a80597c54d69c0d60bc4f21b73c2b86540f0a882e",
    "gsdb": "d07c38b5d6bd50e2c33efb60ebf2264f428953d553dcf91f6f160709cd365fd7",
    "icews": "6ea1cc033efe47f53dbb1b1b39ed6be009b4a087fc5deec79f3d5031568e7fc8",
    "ofac": "141860eeb542d063ed773ee5dd833b60fc504aa1158b71ed5fcb6799ad0f4674",
    "opensanctions": "22175841b44596800aa424b8ac1e2bfc1cdcb0712f47b0a611c277d3726f6dba",
    "ucdp": "2e12c5128439817a1d7a4c73a6b00f51cbc21ddf288cbd8e8ad36f83d215de53",
    "un_sanctions": "19429b37d79610f49b77e8942f0b1b3a4101a7804cdb27d41f725cc0c02ab34d",
}
# What was read before 0.2.0 was the same, but for the citation of NMC, which no longer names a release, and for IGO: there a
# year coded -9 ended a membership, or began one that may have begun before.
READ: Final = {
    "cow_igo": "9b544c4fc2b2f9c1b7bb794de7a58d9b2d8cb27535fb62e330866110ee17e728",
    "cow_mid": "01e7bec154159c4be353d47c1218b03f4e941e8d0880d64f7e7ec5b6afdd0b17",
    "cow_nmc": "edba76e2e3e4c5e915c3b11f3a9bba278e8c71fdb28e31313712a99289c4fece",
    "sipri": "cee38a3471063dd2ad814f02ba05034d6c89780d5bc1671e725cc7bad901d94b",
    "unga": "e918e28133e77919b97b168012757c3d3dd99c6b20d5759388a73fe2446c8bb0",
}


@pytest.mark.parametrize("source", sorted(DIGESTS))
def test_the_published_files_give_the_same_graph(tmp_path: Path, source: str) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_dataset(engine, source, [shared.data(source, name) for name in PUBLISHED[source]])
    found = digest(engine)
    engine.close()
    assert found == DIGESTS[source]


@pytest.mark.parametrize("source", sorted(READ))
def test_what_is_read_of_the_published_files_is_the_same(published: Published, source: str) -> None:
    assert published.read[source] == READ[source]
