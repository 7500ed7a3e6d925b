"""The article beside every published data set, loaded once: earlier answers stand, and the new ones hold.

What is expected is computed here from the files themselves, by pandas and by hand, never by the loaders.
"""

import csv
import json
from collections import Counter

import pytest

from tests.ask.answers import EXAMPLES, arguments, golden, plain
from tests.ask.published import orders, table
from tiebook.ask import ask
from tiebook.questions import QuestionLibrary

SHELF = QuestionLibrary({})
IRAN, IRAQ, CHINA, US = "630", "645", "710", "2"
NAMES = {IRAN: "Iran", IRAQ: "Iraq", CHINA: "China", US: "United States"}
# its records are looked up by their own ids: other sources do not change it
WITHOUT_SOURCE = {"evidence"}


@pytest.fixture
def real(published):
    """Return the embedded engine with everything loaded."""
    return published.engine


def answer(engine, name, **given):
    return list(ask(engine, SHELF.get(name), given))


@pytest.mark.parametrize(("question", "example"), EXAMPLES, ids=[f"{q.name} {e}" for q, e in EXAMPLES])
def test_an_earlier_question_still_gives_its_golden_answer(real, question, example):
    given = arguments(question, example)
    assert "source" in question.takes or question.name in WITHOUT_SOURCE
    source = {"source": "china-iran"} if "source" in question.takes else {}
    found = plain(ask(real, question, source | given))
    expected = golden(question)[example]
    assert json.dumps(_own(found), ensure_ascii=False) == json.dumps(_own(expected), ensure_ascii=False)


def _own(found):
    """Leave out the spellings of an actor, which are the actor's: all sources that know it add to them."""
    if "aliases" not in found["columns"]:
        return found
    place = found["columns"].index("aliases")
    return {**found, "rows": [[*row[:place], *row[place + 1 :]] for row in found["rows"]]}


def test_the_register_agrees_that_china_sold_nothing_after_the_embargo(real):
    (row,) = answer(real, "arms-on-record", supplier="china", recipient="iran")
    expected = [
        (years, tiv) for recipient, supplier, years, tiv in orders() if (recipient, supplier) == ("Iran", "China")
    ]
    assert len(expected) == 45
    assert max(max(years) for years, _ in expected) == 2015
    assert sum(float(tiv) for _, tiv in expected) == pytest.approx(4136.6, abs=0.05)
    assert (row["register_says"], row["then_delivered"], row["perhaps_then"]) == ("agrees: none identified", 0, 0)
    assert (row["before"], row["last_before"], row["after"]) == (45, "2015", 0)
    listed = [
        row
        for row in answer(real, "who-arms", supplier="china", recipient="iran", source="sipri")
        if "tiv/" not in row["record"]
    ]
    assert len(listed) == 45


def test_the_register_may_contradict_it_of_russia(real):
    (row,) = answer(real, "arms-on-record", supplier="russia", recipient="iran")
    pair = [
        years
        for recipient, supplier, years, _ in orders()
        if recipient == "Iran" and supplier in ("Russia", "Soviet Union")
    ]
    assert row["perhaps_then"] == sum(bool(years & {2020}) for years in pair) == 3
    assert row["then_delivered"] == sum(bool(years & {2021}) for years in pair) == 0
    assert row["register_says"] == "may contradict"
    assert row["before"] == sum(any(year < 2020 for year in years) for years in pair)
    assert row["after"] == sum(any(year > 2021 for year in years) for years in pair) == 1


def test_deliveries_by_year(real):
    pair = [years for recipient, supplier, years, _ in orders() if (recipient, supplier) == ("Iran", "Russia")]
    rows = answer(real, "deliveries", supplier="russia", recipient="iran", first=2010, last=2026)
    expected = {year: sum(year in years for years in pair) for year in range(2010, 2025)}
    assert expected[2016] == 6
    assert {row["year"]: row["orders"] for row in rows} == expected | {2025: None, 2026: None}
    assert {row["status"] for row in rows if row["year"] > 2024} == {"outside its coverage"}


def test_who_armed_iraq_in_its_war_with_iran(real):
    rows = answer(real, "arms-in-conflict", one="iran", other="iraq", conflict="ucdp-conflict-324")
    found = {
        row["supplier"]: row["orders"] for row in rows if row["conflict_since"] == "1980" and row["recipient"] == "Iraq"
    }
    years = table("ucdp", "Dyadic_v24_1.csv")
    war = {int(year) for year in years[(years.dyad_id == "707")].year}
    assert war == {1974, *range(1980, 1989)}
    expected = [supplier for recipient, supplier, when, _ in orders() if recipient == "Iraq" and when & (war - {1974})]
    assert found["France"] == expected.count("France")
    assert found["Russia"] == expected.count("Soviet Union")
    assert found["China"] == expected.count("China") == 12
    known = [supplier for supplier in expected if not supplier.startswith("unknown")]
    assert sum(found.values()) == len(known)


# how the register and the dispute data call who is called otherwise here
REGISTER = {
    "Soviet Union": "Russia",
    "United Kingdom": "Britain",
    "East Germany (GDR)": "East Germany",
    "Turkiye": "Turkey",
    "UAE": "United Arab Emirates",
}
RIVALS = {
    US: "United States",
    "200": "Britain",
    "365": "Russia",
    "640": "Turkey",
    "670": "Saudi Arabia",
    "690": "Kuwait",
    "692": "Bahrain",
    "694": "Qatar",
    "696": "United Arab Emirates",
}


def test_who_armed_the_rivals_of_iran(real):
    dyads = table("cow_mid", "dyadic_mid_4.02.csv")
    own = dyads[((dyads.statea == IRAN) | (dyads.stateb == IRAN))]
    own = own[(own.strtyr.astype(int) <= 1988) & (own.endyear.astype(int) >= 1980)]
    own = own[(own.hihosta.astype(int) > 1) | (own.hihostb.astype(int) > 1)]
    pairs = {(row.disno, row.stateb if row.statea == IRAN else row.statea) for row in own.itertuples()}
    disputes = Counter(other for _, other in pairs)
    often = {RIVALS[code]: count for code, count in disputes.items() if count >= 3}
    rows = answer(real, "suppliers-of-rivals", actor="iran", first=1980, last=1988)
    assert {row["rival"]: row["rivalry"] for row in rows} == {
        name: [*(["called so"] if name == "United States" else []), f"{count} disputes"]
        for name, count in often.items()
    } | {"Iraq": ["called so", "war"]}
    expected = Counter(
        (REGISTER.get(recipient, recipient), REGISTER.get(supplier, supplier))
        for recipient, supplier, years, _ in orders()
        if any(1980 <= year <= 1988 for year in years) and not supplier.startswith("unknown")
    )
    found = {(row["rival"], row["supplier"]): row["orders"] for row in rows}
    assert found == {pair: count for pair, count in expected.items() if pair[0] in {*often, "Iraq"}}
    assert found["Iraq", "Russia"] > 20


def test_what_one_source_denies_and_another_records(real):
    rows = answer(real, "disputed-ties", tie="sells-arms-to")
    found = {(row["from_name"], row["times"]): row for row in rows}
    china = [years for recipient, supplier, years, _ in orders() if (recipient, supplier) == ("Iran", "China")]
    denied = found["China", "at other times"]
    assert (denied["records"], denied["record_until"]) == (len(china), str(max(map(max, china)))) == (45, "2015")
    russia = [
        years
        for recipient, supplier, years, _ in orders()
        if recipient == "Iran" and REGISTER.get(supplier, supplier) == "Russia"
    ]
    assert found["Russia", "at the same time: possibly"]["records"] == sum(2020 in years for years in russia) == 3
    assert found["Russia", "at other times"]["records"] == len(russia) - 3
    assert found["Russia", "at other times"]["record_until"] is None, "an order without a delivery is open"
    assert set(found) == {("China", "at other times"), *(("Russia", each) for _, each in found if _ == "Russia")}
    (member,) = answer(real, "disputed-ties", tie="member-of")
    assert (member["times"], member["record_since"]) == ("at other times", "2023-07-04"), "Iran joined the SCO later"


def test_what_changed_for_iran_from_2001_to_2012(real):
    rows = answer(real, "what-changed", start="2001-01-01", finish="2012-12-31", actor="iran")
    count = Counter((row["source"], row["change"], row["to_name"] == "Iran") for row in rows if row["tie"] != "AIDS")
    delivered = [years for recipient, supplier, years, _ in orders() if recipient == "Iran" and years]
    once = sum(len(years) == 1 for years in delivered if 2001 <= min(years) <= 2012)
    tables = sum(row["source"] == "sipri" and "tiv/" in row["record"] and row["to_name"] == "Iran" for row in rows)
    assert count["sipri", "happened", True] - tables == once == 8
    assert count["sipri", "began", True] + once == sum(2001 <= min(years) <= 2012 for years in delivered) == 22
    assert count["sipri", "ended", True] + once == sum(2001 <= max(years) <= 2012 for years in delivered) == 33
    cases = table("gsdb", "GSDB_V4.csv")
    cases = cases[cases.sanctioned_state.str.split(", ").apply(lambda states: "Iran" in states)]
    senders = cases.sanctioning_state.str.replace("Korea, South", "South Korea").str.split(",").apply(len)
    assert count["gsdb", "began", True] == senders[cases.begin.astype(int).between(2001, 2012)].sum() == 34
    assert count["gsdb", "ended", True] == senders[cases.end.astype(int).between(2001, 2012)].sum() == 1
    pacts = table("cow_alliance", "alliance_v4.1_by_member.csv")
    pacts = pacts[(pacts.ccode == IRAN) & pacts.mem_st_year.astype(int).between(2001, 2012)]
    assert {row["to_name"] for row in rows if row["source"] == "cow_alliance"} == {
        f"COW alliance {number}" for number in pacts.version4id
    }


def test_china_and_iran_on_two_days(real):
    days = {"start": "2005-06-01", "finish": "2016-06-01"}
    rows = {
        (row["tie"], row["source"]): row for row in answer(real, "then-and-now", actor="china", partner="iran", **days)
    }
    pair = [years for recipient, supplier, years, _ in orders() if (recipient, supplier) == ("Iran", "China")]
    sold = rows["SELLS_ARMS_TO", "sipri"]
    assert sold["at_start"] == sum(min(years) < 2005 < max(years) for years in pair) == 5
    assert (sold["at_finish"], sold["change"]) == (0, "ended")
    for source in ("dcad", "icews"):
        outside = rows["AGREES_WITH", source]
        assert (outside["at_finish"], outside["finish_covered"]) == (None, "outside its coverage")


def test_alliance_402_is_censored_in_2012_and_pledges_no_defence(real):
    rows = table("cow_alliance", "alliance_v4.1_by_member.csv")
    shared_by_both = set(rows[rows.ccode == CHINA].version4id) & set(rows[rows.ccode == IRAN].version4id)
    assert shared_by_both == {"402"}
    (china,) = rows[(rows.version4id == "402") & (rows.ccode == CHINA)].to_dict("records")
    assert (china["defense"], china["nonaggression"], china["right_censor"]) == ("0", "1", "1")
    (row,) = answer(real, "pacts-between", one="china", other="iran", source="cow_alliance", as_of="2015-07-14")
    assert row["pact"] == "COW alliance 402"
    assert row["obligations_of_one"] == ["non-aggression"]
    assert (row["together_since"], row["in_force"]) == ("2002-12-22", ["unknown", "unknown"])
    assert row["parties"] == len(set(rows[rows.version4id == "402"].ccode))
    (denied,) = [
        row
        for row in answer(real, "disputed-ties", actor="iran", tie="allied-with")
        if row["record_source"] == "cow_alliance"
    ]
    assert denied["obligations"] == ["non-aggression"]


def test_votes_of_china_and_iran(real):
    points = table("unga", "IdealpointestimatesAll_Jun2024.csv")
    points = {
        (row.ccode, row.session): float(row.IdealPointAll) for row in points.itertuples() if row.IdealPointAll != "NA"
    }
    calls = table("unga", "un_roll_calls.csv", usecols=["rcid", "session"])
    calls["rcid"] = calls.rcid.astype(float)
    votes = table("unga", "un_votes.20states.from_rda.csv")
    votes["rcid"] = votes.rcid.astype(float)
    both = votes[votes.country_code == "CN"].merge(votes[votes.country_code == "IR"], on="rcid").merge(calls, on="rcid")
    rows = {row["year"]: row for row in answer(real, "votes", one="china", other="iran", first=1980, last=2024)}
    for year in (1980, 2000, 2018):
        session = str(year - 1945)
        pairs = both[both.session == session]
        assert rows[year]["roll_calls"] == len(pairs) > 0
        assert rows[year]["alike"] == (pairs.vote_x == pairs.vote_y).sum()
        assert rows[year]["distance"] == round(abs(points[CHINA, session] - points[IRAN, session]), 3)
    assert rows[2024]["status"] == "outside its coverage"


def test_capabilities_of_iran_and_iraq(real):
    rows = table("cow_nmc", "NMC-60-abridged.csv")
    values = {(row.ccode, row.year): float(row.cinc) for row in rows.itertuples()}
    found = {row["year"]: row for row in answer(real, "capabilities", one="iran", other="iraq", first=1978, last=2017)}
    for year in range(1978, 1991):
        assert found[year]["value_of_one"] == values[IRAN, str(year)]
        assert found[year]["value_of_other"] == values[IRAQ, str(year)]
    assert found[2017]["status"] == "outside its coverage"


def test_the_neighbours_of_iran(real):
    rows = table("cow_contiguity", "contdird.csv")
    last = rows[(rows.state1no == IRAN) & (rows.year == "2016")]
    found = answer(real, "neighbours", actor="iran", as_of="2016-07-01")
    assert len(found) == len(last) == 14
    land = set(last[last.conttype == "1"].state2ab)
    assert land == {"AFG", "ARM", "AZE", "IRQ", "PAK", "TKM", "TUR"}
    assert len([row for row in found if row["border"] == "land or river"]) == len(land)


def test_disputes_of_iran_and_iraq(real):
    mida = set(table("cow_mid", "MIDA 5.0.csv").dispnum)
    dyads = table("cow_mid", "dyadic_mid_4.02.csv")
    pair = dyads[((dyads.statea == IRAN) & (dyads.stateb == IRAQ)) | ((dyads.statea == IRAQ) & (dyads.stateb == IRAN))]
    expected = {f"mid-{row.disno}" for row in pair.itertuples() if row.disno in mida and int(row.hihosta) > 1}
    found = answer(real, "conflicts", actor="iran", opponent="iraq", source="cow_mid", no_inferred=True)
    assert {row["event"] for row in found} == expected
    (war,) = [row for row in found if row["level"] == 5]
    assert (war["event"], war["since"], war["until"]) == ("mid-2115", "1979-10-24", "1988-07-31")


def test_the_united_states_and_the_tuna_boats_of_an_ally(real):
    dyads = table("cow_mid", "dyadic_mid_4.02.csv")
    (expected,) = dyads[(dyads.disno == "1702") & (dyads.statea == "130") & (dyads.stateb == US)].to_dict("records")
    members = table("cow_alliance", "alliance_v4.1_by_member.csv")
    assert {US, "130"} <= set(members[(members.version4id == "210") & (members.defense == "1")].ccode)
    (row,) = [row for row in answer(real, "disputes-between-allies", actor="united-states") if "1702" in row["dispute"]]
    assert row["level"] == int(expected["hihosta"]) == 4
    assert "COW alliance 210" in row["pacts"]
    assert (row["acting"], row["against"], row["together"]) == ("Ecuador", "United States", "certainly")


def test_allies_that_the_united_states_sanctioned_in_1980(real):
    cases = table("gsdb", "GSDB_V4.csv")
    held = cases[(cases.begin.astype(int) < 1980) & (cases.end.astype(int) > 1980)]
    held = {row.sanctioned_state for row in held.itertuples() if row.sanctioning_state == "United States"}
    rows = answer(real, "allies-under-sanctions", actor="united-states", sender="united-states", as_of="1980-06-01")
    certain = {row["ally"] for row in rows if row["in_force"][0] == "certainly"}
    members = table("cow_alliance", "alliance_v4.1_by_member.csv")
    since, until = members.mem_st_year.astype(int), members.mem_end_year.replace("", "9999").astype(int)
    bound = members[(members.defense == "1") & (since < 1980) & (until > 1980)]
    of_us = set(bound[bound.ccode == US].version4id)
    allied = set(bound[bound.version4id.isin(of_us)].state_name) - {"United States of America"}
    assert {"Argentina", "Brazil"} <= held & allied
    assert held & allied <= certain, "each ally under sanctions is found"
    assert {"Argentina", "Brazil"} <= certain
    assert "Iran" in held
    assert "Iran" not in certain, "no pact bound Iran to the United States any more"


def test_sanctions_on_iran_side_by_side(real):
    cases = table("gsdb", "GSDB_V4.csv")
    imposed = [
        row
        for row in cases.itertuples()
        if "Iran" in row.sanctioned_state.split(", ") and "United States" in row.sanctioning_state.split(", ")
    ]
    rows = answer(real, "sanctions-on", target="iran")
    own = [row for row in rows if row["source"] == "gsdb" and row["sender"] == "United States"]
    assert len(own) == len(imposed) > 5
    names = ["ent_num", "sdn_name", "sdn_type"]
    listed = table("ofac", "sdn.csv", header=None, usecols=[0, 1, 2], names=names)
    actors = set(listed[~listed.sdn_type.str.strip().isin(["vessel", "aircraft"])].ent_num)
    places = table("ofac", "add.csv", header=None, usecols=[0, 4], names=["ent_num", "country"])
    there = set(places[places.country.str.strip() == "Iran"].ent_num) & actors
    (ofac,) = [row for row in rows if row["source"] == "ofac"]
    assert ofac["on_whom"] == "listed, with an address there"
    assert ofac["listed"] == len(there)


def test_memberships_that_china_and_iran_share(real):
    igos = table("cow_igo", "igo_year_formatv3.reconstructed.csv", sep="\t")
    last = igos[igos.year == "2014"]
    expected = last[(last.china.str.strip().isin(["1", "1.0"])) & (last.iran.str.strip().isin(["1", "1.0"]))]
    rows = answer(real, "shared-memberships", one="china", other="iran", as_of="2014-12-31", source="cow_igo")
    certain = [row for row in rows if row["in_force"] == ["certainly", "certainly"]]
    assert len(certain) == len(expected) > 20
    sco = igos[igos.ioname == "SCO"]
    assert min(sco[sco.china == "1"].year) == "1996"
    (differs,) = [row for row in answer(real, "differing-dates", actor="china") if "Shanghai" in row["group"]]
    assert (differs["since"], differs["other_since"], differs["differs"]) == ("2001-06-15", "1996", "begin")


def test_events_between_two_actors_keep_their_denominators(real):
    events = table("icews", "events.2018.sample.tab", sep="\t", quoting=csv.QUOTE_NONE)
    pair = events[
        (events["Source Country"] == "Israel") & (events["Target Country"] == "Occupied Palestinian Territory")
    ]
    unique = pair.drop_duplicates(["Event Date", "Source Name", "Target Name", "CAMEO Code"])["CAMEO Code"].str[:2]
    assert set(unique) == {"01", "11", "17", "18", "19"}
    (row,) = [
        row
        for row in answer(real, "events-by-month", actor="israel", partner="palestine", source="icews")
        if row["from_name"] == "Israel"
    ]
    assert row["total"] == len(unique)
    assert row["without_type"] == (unique == "01").sum()
    assert row["verbal_conflict"] == (unique == "11").sum()
    assert row["material_conflict"] == unique.isin(["17", "18", "19"]).sum()
    assert row["verbal_cooperation"] == row["material_cooperation"] == 0
    assert row["month_covered"] == "in part", "two days are no month"


def test_a_file_of_a_quarter_of_an_hour_is_no_month_and_no_years(real):
    given = {"actor": "russia", "partner": "united-states", "source": "gdelt"}
    assert {row["month_covered"] for row in answer(real, "events-by-month", **given)} == {"in part"}
    rows = {row["year"]: row for row in answer(real, "dyad-years", first=2014, last=2019, **given)}
    assert {rows[year]["status"] for year in range(2014, 2019)} == {"not coded"}, "two days are no five years"
    assert rows[2016]["hostile"] is None


def test_members_of_groups_by_day(real):
    def members(group, day):
        found = ask(real, SHELF.get("members-of"), {"group": group, "as_of": day}, members=True)
        return {member.id for member in found.groups[0].members}

    assert len(members("nato", "2014-06-01")) == 28
    assert members("gulf-cooperation-council", "2020-01-01") == {
        *("bahrain", "kuwait", "oman", "qatar", "saudi-arabia", "united-arab-emirates")
    }


def test_an_empty_answer_names_the_register_and_its_window(real):
    found = ask(real, SHELF.get("who-arms"), {"supplier": "nepal"})
    assert [source.id for source in found.searched] == ["china-iran", "sipri"]
    assert (
        "none identified in SIPRI (31,457 ties; 1950-2024): Transfers of major conventional arms" in found.not_found()
    )
