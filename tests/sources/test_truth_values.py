"""Truth values mean the same in every format in which a table is saved: true, True of pandas and TRUE of a spreadsheet and R."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.loaders.source_readers import finish, mapped_files
from tests.sources.test_tie_map import PLAIN, read
from tiebook.sources.draft_declaration import draft

FRAME = pd.DataFrame({"one": ["Iran", "Iran", "Oman"], "two": ["China", "Oman", "Chad"], "sure": [True, False, True]})


def saved(folder: Path, form: str) -> Path:
    path = folder / f"table.{form.rpartition(' ')[2]}"
    if form == "jsonl":
        FRAME.to_json(path, orient="records", lines=True)
    elif form == "json":
        FRAME.to_json(path, orient="records")
    elif form == "xlsx":
        FRAME.to_excel(path, index=False)
    elif form == "parquet":
        FRAME.to_parquet(path)
    else:
        words = FRAME.assign(sure=FRAME.sure.astype(str).str.upper()) if form == "spreadsheet csv" else FRAME
        words.to_csv(path, index=False)
    return path


@pytest.mark.parametrize("form", ["jsonl", "json", "xlsx", "parquet", "csv", "spreadsheet csv"])
@pytest.mark.parametrize("written", ["true", "True", "TRUE"])
def test_a_row_is_taken_by_a_truth_value_in_every_format(tmp_path: Path, form: str, written: str) -> None:
    path, folder = saved(tmp_path, form), tmp_path / "mine"
    folder.mkdir()
    toml = draft(path, "SUPPORTS", folder).replace(
        "\n[[tie]]\n", f'\n[[tie]]\nwhere = {{column = "sure", is = "{written}"}}\n'
    )
    (folder / "source.toml").write_text(toml, "utf-8")
    finish(folder)
    reader, ties = mapped_files(str(folder), path)
    assert [(tie["from"], tie["to"]) for tie in ties] == [("iran", "china"), ("oman", "chad")]
    assert reader.accounts[0].skipped.total() == 1


def test_a_type_goes_by_a_truth_value(tmp_path: Path) -> None:
    tie = PLAIN.replace(
        'type = "SUPPORTS"', 'type = {column = "v", values = {"true" = "SUPPORTS", "FALSE" = "OPPOSES"}}'
    )
    assert tie != PLAIN
    _, ties = read(tmp_path, tie, "a,b,v\nIran,China,TRUE\nIran,Oman,False\nIran,Chad,maybe\n")
    assert [(each["type"], each["to"]) for each in ties] == [("SUPPORTS", "china"), ("OPPOSES", "oman")]


def test_other_words_are_told_apart_by_their_capitals(tmp_path: Path) -> None:
    _, ties = read(tmp_path, PLAIN + 'where = {column = "v", is = "Yes"}', "a,b,v\nIran,China,YES\nIran,Oman,Yes\n")
    assert [each["to"] for each in ties] == ["oman"]
