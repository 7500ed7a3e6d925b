"""The published files, read by pandas and by hand, never by the loaders."""

import csv
import io

import pandas as pd

from tests import shared


def table(source, name, **options):
    """Read a published file as texts."""
    return pd.read_csv(shared.data(source, name), dtype=str, keep_default_na=False, **options)


def orders():
    """Return the intact records of the trade register as (recipient, supplier, years of delivery, TIV delivered)."""
    text = shared.data("sipri", "trade-register.csv").read_text("latin-1")
    rows = list(csv.reader(io.StringIO(text[text.index("Recipient,Supplier") :])))
    head = rows[0]
    years, tiv = head.index("Year(s) of delivery"), head.index("SIPRI TIV of delivered weapons")
    kept = dict.fromkeys(tuple(row) for row in rows[1:] if len(row) == len(head))  # exact repetitions are one
    return [
        (row[0], row[1], {int(year) for year in row[years].replace(";", " ").split() if year.isdigit()}, row[tiv])
        for row in kept
    ]
