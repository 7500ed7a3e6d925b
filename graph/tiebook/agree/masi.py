"""MASI: how far two sets of values are apart, with partial agreement for sets that overlap."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any


def masi_distance(one: AbstractSet[Any], other: AbstractSet[Any]) -> float:
    """Return 1 - J * M, between 0 (equal) and 1 (disjoint).

    J is the Jaccard coefficient; M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, 0 where they are
    disjoint. Two empty sets are equal. Passonneau (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic
    annotation, LREC.
    """
    common, whole = one & other, one | other
    if one == other:
        return 0.0
    if not common:
        return 1.0
    monotonicity = 2 / 3 if one <= other or other <= one else 1 / 3
    return 1 - len(common) / len(whole) * monotonicity
