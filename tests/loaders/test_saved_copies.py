"""Copies that another program saved: whole records in one cell, names and numbers written its way, a quote cut open."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, refused_by_name, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


def test_a_register_whose_records_stand_in_one_cell_each(tmp_path: Path) -> None:
    """A spreadsheet that divides by `;` keeps a line of commas as one cell, and quotes it where it holds `;` or a quote."""
    path = tmp_path / "register.csv"
    lines = (SAMPLES / "sipri" / "register.csv").read_text("latin-1").splitlines()
    wrapped = ['"' + line.replace('"', '""') + '"' if ";" in line or '"' in line else line for line in lines]
    path.write_text("".join(f"{line};;;\r\n" for line in wrapped), "latin-1", newline="")
    reader, batch = read_dataset("sipri", [path])
    plain, expected = sample("sipri", "register.csv")
    assert counts(reader) == counts(plain)
    assert batch.edges == expected.edges
    assert "2 lines that a spreadsheet had put into one cell were taken apart" in reader.accounts[0].notes


def test_an_only_cell_with_commas_stays_one_where_the_table_says_so(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text('StateAbb,CCode,StateNme\nIRN,630,Iran\n"OMA,698,Oman,x",,\n')
    with pytest.raises(BadSource, match=r"codes.csv:3: .*column CCode"):
        read_dataset("cow_states", [path])


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("R", ["Year.of.order", "X.", "Weapon.designation", "Year.s..of.delivery", "X..1"]),
        ("janitor", ["year_of_order", "x4", "weapon_designation", "year_s_of_delivery", "x10"]),
        ("pandas", ["Year of order", "Unnamed: 3", "Weapon designation", "Year(s) of delivery", "Unnamed: 9"]),
    ],
)
def test_a_register_with_the_names_that_programs_make(tmp_path: Path, form: str, names: list[str]) -> None:
    path = tmp_path / f"{form}.csv"
    order, nameless, weapon, years, other = names
    path.write_text(
        f"n,Recipient,Supplier,{order},{nameless},Number.ordered,Y,{weapon},Weapon_description,Number delivered,{other},"
        f"{years},status,Comments,SIPRI.TIV.of.delivered.weapons\n"
        "1,Iran,China,1985,?,10,,Sample-1,tank,10,?,1986,New,,5\n2,Iran,China,1987,,10,,Sample-2,tank,10,,1988,New,,5\n"
    )
    _, batch = read_dataset("sipri", [path])
    doubts = {(edge.props["ordered"], edge.props["since"]) for edge in dyad(batch, "SELLS_ARMS_TO", "china", "iran")}
    assert doubts == {("1985?", "1986?"), ("1987", "1988")}, "a doubt is not lost with the name of its column"


def test_a_tiv_table_that_names_its_first_column(tmp_path: Path) -> None:
    path = tmp_path / "tiv.csv"
    path.write_text("TIV of arms exports from China, 2019-2020\nRecipient,2019,2020,Total\nIran,1,2,3\nTotal,1,2,3\n")
    reader, batch = read_dataset("sipri", [path])
    assert counts(reader) == [(2, 1, 0, 1)]
    assert len(dyad(batch, "SELLS_ARMS_TO", "china", "iran")) == 2


def test_ucdp_numbers_with_decimals(tmp_path: Path) -> None:
    path = tmp_path / "dyads.csv"
    rows = list(csv.reader((SAMPLES / "ucdp" / "dyads.csv").read_text().splitlines()))
    places = [place for place, name in enumerate(rows[0]) if name.startswith("gwno") or name.endswith("_id")]
    for row in rows[1:]:
        for place in places:
            row[place] += ".0" if row[place].isdigit() and rows[0][place] not in ("dyad_id", "conflict_id") else ""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    path.write_text(out.getvalue())
    _, batch = read_dataset("ucdp", [path])
    assert batch.edges == sample("ucdp", "dyads.csv")[1].edges


def test_a_state_number_that_nobody_has_makes_no_armed_group(tmp_path: Path) -> None:
    path = tmp_path / "dyads.csv"
    path.write_text((SAMPLES / "ucdp" / "dyads.csv").read_text().replace(",678,", ",9999,"))
    reader, batch = read_dataset("ucdp", [path])
    assert reader.accounts[0].skipped.total() == 3
    assert not any(node.id == "ucdp-123" for node in batch.nodes)


def test_mid_four_numbers_its_new_disputes_in_a_column_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "mida.csv"
    head, row = (SAMPLES / "cow_mid" / "mida-4.csv").read_text().splitlines()
    path.write_text(
        "\n".join([head, row, row.replace("1,-9,", "-9,4001,", 1), row.replace("1,-9,", "-9,4002,", 1)]) + "\n"
    )
    reader, batch = read_dataset("cow_mid", [path])
    assert counts(reader) == [(3, 3, 0, 0)]
    assert {"mid-1", "mid-4001", "mid-4002"} <= {node.id for node in batch.nodes}


def test_unga_ideal_points_by_year() -> None:
    reader, batch = sample("unga", "ideal-fp.csv")
    assert counts(reader) == [(3, 2, 0, 1)]
    points = {edge.source[1]: (edge.props["value"], edge.props["since"]) for edge in ties(batch, "MEASURED_AS")}
    assert points == {"iran": (-1.4, "2023"), "china": (-0.8, "2023")}
    assert "in 2023, from 80 votes" in str(ties(batch, "MEASURED_AS")[0].props["gloss"])


def test_a_copy_cut_inside_a_quoted_cell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    head, row = (SAMPLES / "gsdb" / "cases.csv").read_text().splitlines()[:2]
    path.write_text(f"{head}\n{row.removesuffix('ongoing' + chr(34))}")
    with pytest.raises(BadSource, match=r"cases.csv:2: a quote is opened and never closed: the file is cut short"):
        read_dataset("gsdb", [path])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [("cinc", "x", "the column is missing: cinc"), ("milex", "military_milex", "missing: milex .did you mean")],
)
def test_a_missing_column_is_named_though_the_rest_would_do_for_another_data_set(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / "years.csv"
    path.write_text((SAMPLES / "cow_nmc" / "years.csv").read_text().replace(old, new, 1))
    with pytest.raises(BadSource, match=message):
        read_dataset("cow_nmc", [path])


def test_a_list_without_a_header_is_known_in_another_place() -> None:
    with pytest.raises(BadSource, match="this looks like the OFAC list of names"):
        read_dataset("gsdb", [SAMPLES / "ofac" / "sdn.csv"])


def test_a_web_page_with_an_xml_declaration_is_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "page.csv"
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html></html>\n'
    )
    with pytest.raises(BadSource, match="this is a web page, not data"):
        read_dataset("gsdb", [path])


@pytest.mark.parametrize(
    ("source", "first", "message"),
    [
        (
            "cow_igo",
            "dyadid,ccode1,ccode2,year,NATO,ASEAN,OPEC",
            "which is not read .memberships that two states share",
        ),
        ("dcad", "ccode1,abbrev1,ccode2,abbrev2,year,dcaGeneralV1,dcaAnyV1", "which is not read .it counts agreements"),
        (
            "gsdb",
            "year,sanctioned_state,sanctioning_state,case_id,trade,arms",
            "which is not read .its rows have no begin",
        ),
        (
            "cow_alliance",
            "version4id,ss_type,all_st_year,all_end_year",
            "which is not read .it does not say who is allied",
        ),
        ("cow_contiguity", "statelno,statehno,year,land,sea,total", "which is not read .borders of dependencies"),
        (
            "gdelt",
            "DATE\tNUMARTS\tCOUNTS\tTHEMES\tPERSONS\tORGANIZATIONS\tTONE",
            "which is not read .it says what articles",
        ),
        ("gdelt", "\t".join(["7", "20200101000000", "20200101000000", *["1"] * 13]), "mentions, which is not read"),
        (
            "gdelt",
            "\t".join(["20200101000000-T1", "20200101000000", *["1"] * 25]),
            "Knowledge Graph, which is not read",
        ),
    ],
)
def test_more_relatives_are_refused_by_name(tmp_path: Path, source: str, first: str, message: str) -> None:
    refused_by_name(tmp_path, source, first, message)


@pytest.mark.parametrize("day", ["02/07/2016", "2.7.16", "2016-07-02"])
def test_days_that_a_spreadsheet_has_written_otherwise_are_told(tmp_path: Path, day: str) -> None:
    cells = (SAMPLES / "gdelt" / "one.export.CSV").read_text("utf-8").splitlines()[0].split("\t")
    path = tmp_path / "one.export.CSV"
    path.write_text("\t".join([cells[0], day, *cells[2:]]) + "\n", "utf-8")
    with pytest.raises(BadSource, match=f"one.export.CSV:1: .*SQLDATE is {day}: a spreadsheet has rewritten its dates"):
        read_dataset("gdelt", [path])


def test_json_that_is_not_by_line_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "entities.json"
    path.write_text('[{"id": "a", "schema": "Person"}]\n')
    with pytest.raises(BadSource, match="does not begin with a JSON object"):
        read_dataset("opensanctions", [path])
    with pytest.raises(BadSource, match="it has id, schema"):
        read_dataset("unga", [path])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("atop", "members.csv"),
        ("cow_alliance", "members.csv"),
        ("cow_alliance", "pairs.csv"),
        ("cow_contiguity", "pairs.csv"),
        ("cow_igo", "igo.csv"),
        ("cow_mid", "dyads.csv"),
        ("cow_mid", "midb.csv"),
        ("cow_nmc", "years.csv"),
        ("cow_states", "states.csv"),
        ("dcad", "main.csv"),
        ("gsdb", "cases.csv"),
        ("ucdp", "actors.csv"),
        ("ucdp", "conflicts.csv"),
        ("ucdp", "dyads.csv"),
        ("unga", "agreement.csv"),
        ("unga", "raw.csv"),
    ],
)
def test_whole_numbers_with_decimals_say_the_same(tmp_path: Path, source: str, name: str) -> None:
    """A program that knows no blank whole numbers writes a column that has blanks as 1.0, 2.0..."""
    text = (SAMPLES / source / name).read_text("utf-8-sig")
    mark = "\t" if "\t" in text.splitlines()[0] else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    for row in rows[1:]:
        for place, cell in enumerate(row):
            free = rows[0][place].lower() == "version"
            row[place] = f"{cell}.0" if cell.lstrip("-").isdigit() and not free else cell
    path = tmp_path / name
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(rows)
    path.write_text(out.getvalue())
    reader, batch = read_dataset(source, [path])
    plain, expected = sample(source, name)
    assert counts(reader) == counts(plain)
    assert batch.edges == expected.edges
    assert batch.nodes[1:] == expected.nodes[1:]


def test_igo_columns_in_another_order(tmp_path: Path) -> None:
    lines = (SAMPLES / "cow_igo" / "igo.csv").read_text().splitlines()
    mark = "\t" if "\t" in lines[0] else ","
    rows = list(csv.reader(lines, delimiter=mark))
    own = rows[0].index("sdate")
    path = tmp_path / "igo.csv"
    path.write_text("".join(mark.join([*row[own:], *row[:own]]) + "\n" for row in rows))
    assert read_dataset("cow_igo", [path])[1].edges == sample("cow_igo", "igo.csv")[1].edges


@pytest.mark.parametrize("blank", ["NA", "NULL"])
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("atop", "members.csv"),
        ("cow_alliance", "members.csv"),
        ("dcad", "main.csv"),
        ("gsdb", "cases.csv"),
        ("sipri", "register.csv"),
        ("sipri", "tiv.csv"),
        ("ucdp", "dyads.csv"),
        ("ucdp", "dyads-old.csv"),
    ],
)
def test_blanks_with_a_word_in_them_say_the_same(tmp_path: Path, source: str, name: str, blank: str) -> None:
    """R and databases write out what is blank; a table of deliveries must not make sales of it."""
    raw = (SAMPLES / source / name).read_bytes()
    rows = list(csv.reader(io.StringIO(raw.decode("latin-1" if name == "register.csv" else "utf-8-sig"))))
    width = max(map(len, rows))
    header = next(place for place, row in enumerate(rows) if len(row) == width and row[-1])
    for row in rows[header + 1 :]:
        row[:] = [cell if cell.strip() or not any(row) else blank for cell in row]
    path = tmp_path / name
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    path.write_text(out.getvalue())
    _, batch = read_dataset(source, [path])
    expected = sample(source, name)[1]
    assert batch.edges == expected.edges
    assert batch.nodes[1:] == expected.nodes[1:]


def test_scales_with_a_decimal_comma(tmp_path: Path) -> None:
    """A scale has no thousands, so that a comma can only be a decimal one: no point is lost, and no copy refused, for it."""
    ideal = tmp_path / "ideal.csv"
    ideal.write_text("ccode;year;NVotesFP;IdealPointFP\n630;2023;80;-1,425\n710;2023;79;NA\n")
    reader, batch = read_dataset("unga", [ideal])
    assert counts(reader) == [(2, 1, 0, 1)]
    assert ties(batch, "MEASURED_AS")[0].props["value"] == -1.425
    ideal.write_text("ccode;year;NVotesFP;IdealPointFP\n630;2023;80;high\n")
    with pytest.raises(BadSource, match="'high' is not a number"):
        read_dataset("unga", [ideal])
    events = tmp_path / "events.csv"
    rows = list(csv.reader((SAMPLES / "icews" / "events.tab").read_text().splitlines(), delimiter="\t"))
    place = rows[0].index("Intensity")
    when = rows[0].index("Event Date")
    for row in rows[1:]:
        row[place] = row[place].replace(".", ",")
        row[when] += " 00:00:00"
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows)
    events.write_text(out.getvalue())
    assert read_dataset("icews", [events])[1].edges == sample("icews", "events.tab")[1].edges


def test_a_share_with_a_decimal_comma_and_three_digits(tmp_path: Path) -> None:
    path = tmp_path / "agreement.csv"
    path.write_text("ccode1;ccode2;agree;year\n630;710;0,825;2020\n")
    assert ties(read_dataset("unga", [path])[1], "VOTES_WITH")[0].props["value"] == 0.825
    path.write_text("ccode1;ccode2;agree;year\n630;710;1,825;2020\n")
    with pytest.raises(BadSource, match="'1,825' is not a number"):
        read_dataset("unga", [path])


def test_a_list_of_states_that_lacks_a_column_is_no_list_of_codes(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text(
        "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday\nIRN,630,Iran,1855,1,1,2016,12,31\n"
    )
    with pytest.raises(BadSource, match="the column is missing: version"):
        read_dataset("cow_states", [path])


def test_a_release_is_told_by_the_first_record(tmp_path: Path) -> None:
    """The last one may be cut short in its last cell, which is the release."""
    path = tmp_path / "states.csv"
    path.write_text((SAMPLES / "cow_states" / "states.csv").read_text().rstrip("\n")[:-2])
    assert read_dataset("cow_states", [path])[0].version == "2016"


def test_event_codes_that_a_program_read_as_numbers(tmp_path: Path) -> None:
    """Pandas writes 014 as 14, which is a protest in the handbook, and 020, an appeal, as 20."""
    text = (SAMPLES / "icews" / "events.tab").read_text("utf-8")
    head, *lines = text.splitlines()
    place = head.split("\t").index("CAMEO Code")
    for code in ("010", "014", "020", "0214", "070"):
        cells = lines[0].split("\t")
        cells[0], cells[place] = f"9{code}", code
        lines.append("\t".join(cells))
    for name, change in (("plain.tab", str), ("saved.tab", lambda code: str(int(code)))):
        rows = [line.split("\t") for line in lines]
        written = ["\t".join([*row[:place], change(row[place]), *row[place + 1 :]]) for row in rows]
        (tmp_path / name).write_text("\n".join((head, *written, "")), "utf-8")
    (plain, expected), (reader, batch) = (
        read_dataset("icews", [tmp_path / name]) for name in ("plain.tab", "saved.tab")
    )
    assert counts(reader) == counts(plain)
    assert reader.accounts[0].skipped == plain.accounts[0].skipped
    assert batch.edges == expected.edges


@pytest.mark.parametrize("blank", ["", "NA", "nan"])
@pytest.mark.parametrize(
    ("before", "behind"), [([], []), (["n"], []), ([], ["remark", "checked"]), (["note", ""], ["remark"])]
)
def test_split_records_are_joined_beside_columns_that_were_added(
    tmp_path: Path, blank: str, before: list[str], behind: list[str]
) -> None:
    path = tmp_path / "padded.csv"
    head, *rows = csv.reader((SAMPLES / "sipri" / "padded.csv").read_text("utf-8").splitlines())
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([*before, *head, *behind])
        for number, row in enumerate(rows, start=1):
            out.writerow([*[str(number)] * len(before), *(each or blank for each in row), *["x"] * len(behind)])
    reader, batch = read_dataset("sipri", [path])
    plain, expected = sample("sipri", "padded.csv")
    assert counts(reader) == counts(plain)
    assert batch.edges == expected.edges
    assert any("joined" in note for note in reader.accounts[0].notes)
