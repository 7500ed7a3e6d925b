"""What GDELT's codes mean, and what is left out of it: for its loader and for the aggregation that comes before."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

# CAMEO codes of regions and cities, which are not states
REGIONS: Final = frozenset(
    "WSB BAG GZS AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST".split()
)
BACK: Final = timedelta(days=7)  # an event that is dated longer before it was added is one that GDELT reads wrongly

BACKDATED: Final = "dated more than a week before it was added"
ONE_SIDE: Final = "only one side is a country or known group"
REGION: Final = "a region, not a state"
GROUP: Final = "a known group that is not in the crosswalk"
DOMESTIC: Final = "a domestic event"
