"""What the peers share that read with pandas: the tables as one frame, with the properties that Tiebook stores of a tie too."""

from pathlib import Path

import pandas as pd

from tests.bench.peers.same import BOUNDS, SAME

FROM, TO = "begins_at", "ends_at"  # the columns of the ends
PROPERTIES = ("id", "record", "gloss", "quote", "since", "until", "sign", *BOUNDS, *SAME)


def read(folder: str) -> pd.DataFrame:
    """Return the tables of a folder as one frame."""
    types = {"record": str, "since": str, "until": str, "quote": str}
    files = sorted(Path(folder).glob("*.csv"))
    ties = pd.concat([pd.read_csv(path, dtype=types, parse_dates=list(BOUNDS)) for path in files], ignore_index=True)
    ties = ties.rename(columns={"source": FROM, "target": TO})
    ties["id"] = ties["type"] + "/made_up/" + ties["record"]
    ties["gloss"] = ties[FROM] + " " + ties["type"].str.lower().str.replace("_", " ") + " " + ties[TO]
    return ties.assign(**SAME)
