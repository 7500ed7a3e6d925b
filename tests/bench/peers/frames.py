"""What the peers share that read with pandas."""

from pathlib import Path

import pandas as pd


def read(folder: str) -> pd.DataFrame:
    """Give the tables of a folder as one frame."""
    types = {"record": str, "since": str, "until": str}
    return pd.concat([pd.read_csv(path, dtype=types) for path in sorted(Path(folder).glob("*.csv"))], ignore_index=True)
