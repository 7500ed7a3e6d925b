"""What Tiebook stores of every made-up tie, so that all sides store the same.

The tables give the bounds of the dates to the peers; Tiebook finds its own.
"""

BOUNDS = ("since_earliest", "since_latest", "until_earliest", "until_latest")
SAME: dict[str, str | bool | float] = {
    "source": "made_up",
    "held_by": "A made-up register",
    "endorsed": True,
    "inferred": False,
    "confidence": 1.0,
}
