"""Backups: the same graph on every engine, verified; damaged and hostile files refused before anything changes."""

import hashlib
import json
import random
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from tests.conftest import MINI
from tests.fixtures_neo4j import require_server
from tests.graphs import make_engine
from tests.keep.sample import load_now
from tiebook.engine.digest import contents, digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadBackup, DatabaseMissing, DatabaseNotEmpty, ModelMismatch, StorageFailed, UsageError
from tiebook.keep import Archive, backup, restore
from tiebook.keep.archive import GRAPH, MANIFEST
from tiebook.sync.cases import find_case, load_case


@pytest.fixture
def whole(mini_engine, tmp_path):
    """Return a backup of the sample case."""
    backup(mini_engine, tmp_path / "whole.zip")
    return tmp_path / "whole.zip"


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(MANIFEST)), archive.read(GRAPH).decode().split("\n")


def rewritten(path, lines, **changes):
    """Write a backup that states the digest and counts of its lines, as one who means harm would."""
    manifest, _ = parts(path)
    text = "\n".join(lines)
    edges = sum(line.startswith('["edge"') for line in lines)
    manifest |= {"digest": hashlib.sha256(text.encode()).hexdigest(), "nodes": len(lines) - edges, "edges": edges}
    made = path.with_name("made.zip")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest | changes))
        archive.writestr(GRAPH, text)
    return made


def test_a_backup_goes_to_every_engine_and_back(engine, tmp_path):
    first = KgliteEngine(tmp_path / "first.kgl")
    load_now(first)
    load_case(first, find_case("china-iran"))
    manifest = backup(first, tmp_path / "first.zip")
    assert restore(engine, tmp_path / "first.zip").digest == manifest.digest == digest(engine) == digest(first)
    assert manifest.sources == ["china-iran", "mini", "register"]
    again = backup(engine, tmp_path / "second.zip")
    assert again.digest == manifest.digest
    second = KgliteEngine(tmp_path / "second.kgl")
    restore(second, tmp_path / "second.zip")
    assert sorted(map(repr, contents(second))) == sorted(map(repr, contents(first)))
    load_now(second)
    assert digest(second) == manifest.digest  # and it is a graph like any other: loading again changes nothing


def test_equal_graphs_have_equal_bytes_and_the_files_sha256_is_the_digest(mini_engine, tmp_path, whole):
    backup(mini_engine, tmp_path / "again.zip")
    with zipfile.ZipFile(whole) as one, zipfile.ZipFile(tmp_path / "again.zip") as other:
        assert one.read(GRAPH) == other.read(GRAPH)
        assert hashlib.sha256(one.read(GRAPH)).hexdigest() == digest(mini_engine)


def test_fingerprints_of_loads_are_no_part_of_the_digest_and_come_back(engine, tmp_path):
    first = KgliteEngine(tmp_path / "first.kgl")
    load_now(first)
    made = backup(first, tmp_path / "made.zip")
    assert list(made.fingerprints) == ["register"]
    manifest, lines = parts(tmp_path / "made.zip")
    assert "fingerprint" not in "\n".join(lines)
    # an older Tiebook had them in the lines, and in the digest
    older = [json.loads(line) for line in lines]
    for record in older:
        if record[0] == "node" and record[2] == "register":
            record[3]["fingerprint"] = made.fingerprints["register"]
    written = [json.dumps(record, sort_keys=True, ensure_ascii=False) for record in older]
    path = rewritten(tmp_path / "made.zip", written, fingerprints={})
    assert Archive(path).manifest.digest != made.digest == Archive(path).digest()
    restore(engine, path)
    assert digest(engine) == made.digest == manifest["digest"]
    # properties of one record come in another order from a server
    come, went = ({str(record[:-1]): record[-1] for record in contents(each)} for each in (engine, first))
    assert come == went
    assert come[str(["node", ["Source"], "register"])]["fingerprint"] == made.fingerprints["register"]


def test_awkward_values_come_back_as_they_were(engine, tmp_path):
    values = {
        "name": "line\nline\r\u2028\u0085 \x1b[31m \U0001f600 'quoted' \\ {date: 1}",
        "aliases": [],
        "note": "",
        "confidence": 1.0,
        "rank": -(2**62),
        "inferred": False,
        "date": date(1, 1, 1),
        "by": ["", "a"],
    }
    load_now(engine)
    engine.write(lambda w: w.run("CREATE (n:Actor:State {id: 'odd'}) SET n += $values", {"values": values}))
    before = digest(engine)
    backup(engine, tmp_path / "b.zip")
    restore(engine, tmp_path / "b.zip", replace=True)
    assert digest(engine) == before
    back = engine.read("MATCH (n:Actor {id: 'odd'}) RETURN properties(n) AS props").rows[0][0]
    assert back == {**values, "id": "odd"}
    assert {key: type(value) for key, value in back.items()} == {
        key: type(value) for key, value in {**values, "id": ""}.items()
    }


def test_what_is_there_is_not_written_over(mini_engine, whole, tmp_path):
    before = whole.read_bytes()
    with pytest.raises(UsageError, match="already exists"):
        backup(mini_engine, whole)
    assert whole.read_bytes() == before
    backup(mini_engine, whole, force=True)
    with pytest.raises(StorageFailed, match="could not be written"):
        backup(mini_engine, tmp_path / "nowhere" / "b.zip")
    assert [path.name for path in tmp_path.iterdir() if "half" in path.name] == []


def test_a_database_that_holds_something_is_replaced_only_when_asked(engine, whole):
    load_case(engine, find_case("china-iran"))
    before = digest(engine)
    with pytest.raises(DatabaseNotEmpty, match="--replace"):
        restore(engine, whole)
    assert digest(engine) == before
    manifest = restore(engine, whole, replace=True)
    assert digest(engine) == manifest.digest


def test_other_peoples_nodes_are_never_deleted(engine, whole):
    load_case(engine, MINI)
    engine.write(lambda writer: writer.run("CREATE (:Invoice {id: 'theirs'})"))
    with pytest.raises(DatabaseNotEmpty, match="1 nodes that are not Tiebook's"):
        restore(engine, whole, replace=True)
    assert engine.read("MATCH (n:Invoice) RETURN n.id AS id").rows == [("theirs",)]


def test_an_empty_database_has_nothing_to_back_up(engine, tmp_path):
    with pytest.raises(DatabaseMissing):
        backup(engine, tmp_path / "b.zip")
    assert list(tmp_path.glob("*.zip")) == []


def _without(lines, part):
    return [line for line in lines if part not in line]


def _with(lines, line):
    return sorted([*lines, line])


NODE = '["node", ["Actor", "State"], "x", {"id": "x", "name": "x"}]'
HARMFUL = {  # what is done to the lines, and what the refusal says
    "a node is missing": (lambda lines: _without(lines, '["node", ["Actor", "State"], "eastmark"'), "an end of a"),
    "a tie stands twice": (
        lambda lines: _with(lines, next(line for line in lines if '"endorsed"' in line)),
        "p2-constrains",
    ),
    "a node stands twice": (lambda lines: _with(_with(lines, NODE), NODE), "x"),
    "cypher in a label": (lambda lines: _with(lines, NODE.replace("State", "State) DETACH DELETE n //")), "not a name"),
    "cypher in a property": (lambda lines: _with(lines, NODE.replace('"name"', '"name`}) //"')), "not a name"),
    "cypher in a type": (lambda lines: _with(lines, lines[0].replace('"edge", "', '"edge", "X]->() //')), "not a name"),
    "a second Meta node": (lambda lines: _with(lines, NODE.replace('["Actor", "State"]', '["Meta"]')), "not a name"),
    "no labels": (lambda lines: _with(lines, NODE.replace('["Actor", "State"]', "[]")), "not a record"),
    "three labels": (
        lambda lines: _with(lines, NODE.replace('["Actor", "State"]', '["Actor", "Bloc", "State"]')),
        "not a record",
    ),
    "no text as id": (lambda lines: _with(lines, NODE.replace('"x", {', "7, {")), "not a record"),
    "a map as value": (lambda lines: _with(lines, NODE.replace('"name": "x"', '"name": {"a": 1}')), "not a record"),
    "no date": (lambda lines: _with(lines, NODE.replace('"name": "x"', '"n": {"date": "2020-02-30"}')), "not a rec"),
    "a number too large": (lambda lines: _with(lines, NODE.replace('"name": "x"', f'"n": {2**63}')), "not a record"),
    "a number too low": (lambda lines: _with(lines, NODE.replace('"name": "x"', f'"n": {-(2**63) - 1}')), "not a rec"),
    "deep nesting": (lambda lines: _with(lines, f'["node", {"[" * 100_000}'), "not a record"),
    "something else": (lambda lines: [*lines, '["zzzz"]'], "neither a node nor an edge"),
    "no json": (lambda lines: [*lines, '["node", oh'], "not a record"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_backup_made_to_harm_is_refused_and_changes_nothing(article_engine, whole, name):
    change, message = HARMFUL[name]
    _, lines = parts(whole)
    made = rewritten(whole, change(lines))
    before = digest(article_engine)
    with pytest.raises(Exception, match=message) as told:
        restore(article_engine, made, replace=True)
    assert type(told.value).__module__ == "tiebook.errors"
    assert "\n" not in str(told.value)
    assert digest(article_engine) == before


def test_the_largest_and_the_lowest_number_are_kept(whole):
    numbers = [2**63 - 1, -(2**63)]
    lines = [NODE.replace('"x"', f'"x{number}"').replace("}", f', "rank": {number}}}') for number in numbers]
    with Archive(rewritten(whole, lines)) as archive:
        assert [props["rank"] for _, _, props in archive.records("node")] == numbers


def test_a_backup_may_be_larger_than_four_gibibytes(whole):
    with zipfile.ZipFile(whole) as archive:
        assert archive.getinfo(GRAPH).extract_version == zipfile.ZIP64_VERSION


def test_an_embedded_graph_is_kept_as_it_was_before_the_load_that_is_going_on(mini_engine, tmp_path):
    def load(writer):
        writer.run("CREATE (n:Actor:State {id: 'late', name: 'Late'})")
        return backup(KgliteEngine(mini_engine.path), tmp_path / "b.zip")

    before = digest(mini_engine)
    assert mini_engine.write(load).digest == before != digest(mini_engine)


def test_a_backup_that_states_something_else_is_refused(whole, tmp_path):
    fresh = KgliteEngine(tmp_path / "fresh.kgl")
    _, lines = parts(whole)
    for changes, message in (
        ({"digest": "0" * 64}, "do not match its digest"),
        ({"nodes": 1}, "numbers of nodes and edges"),
        ({"format": 2}, "manifest is not one of this Tiebook's: format"),
        ({"digest": "x"}, "manifest"),
        ({"more": 1}, "manifest"),
        ({"model": "1"}, "manifest"),
    ):
        with pytest.raises(BadBackup, match=message):
            restore(fresh, rewritten(whole, lines, **changes))
    with pytest.raises(ModelMismatch, match="newer Tiebook"):
        restore(fresh, rewritten(whole, lines, model=99))
    assert not fresh.path.exists()


@pytest.mark.parametrize("name", ["../graph.jsonl", "/etc/cron.d/x", "graph.jsonl\x1b[31m", "C:\\x", "extra"])
def test_a_member_of_another_name_is_refused(whole, tmp_path, name):
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr(name, "x")
    with pytest.raises(BadBackup, match="not part of a backup"):
        restore(KgliteEngine(tmp_path / "fresh.kgl"), whole)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".jsonl") == []


def test_files_that_are_no_backups_are_refused(tmp_path, whole):
    fresh = KgliteEngine(tmp_path / "fresh.kgl")
    with pytest.raises(BadBackup, match="there is no such file"):
        restore(fresh, tmp_path / "none.zip")
    with pytest.raises(BadBackup):
        restore(fresh, tmp_path)
    other = tmp_path / "other.zip"
    for content in (b"", b"not a zip", b"PK\x05\x06" + bytes(18), fresh.place.encode() * 1000):
        other.write_bytes(content)
        with pytest.raises(BadBackup):
            restore(fresh, other)
    with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as archive, zipfile.ZipFile(whole) as good:
        archive.writestr(GRAPH, good.read(GRAPH))
    with pytest.raises(BadBackup, match="lacks a part"):
        restore(fresh, other)
    with zipfile.ZipFile(other, "w", zipfile.ZIP_BZIP2) as archive, zipfile.ZipFile(whole) as good:
        for name in (MANIFEST, GRAPH):
            archive.writestr(name, good.read(name))
    with pytest.raises(BadBackup, match="compressed by a method"):
        restore(fresh, other)
    assert not fresh.path.exists()


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, whole):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(MANIFEST, json.dumps(parts(whole)[0]))
        with archive.open(GRAPH, "w") as member:
            for _ in range(300):
                member.write(b"a" * (1 << 20))
    with pytest.raises(BadBackup, match="exhaust memory"):
        restore(KgliteEngine(tmp_path / "fresh.kgl"), bomb)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(parts(whole)[0]))
        archive.writestr(GRAPH, b"a" * (17 << 20))
    with pytest.raises(BadBackup, match="more than 16 MiB"):
        restore(KgliteEngine(tmp_path / "fresh.kgl"), bomb)


def test_no_damage_passes(tmp_path, whole):
    """Cut anywhere, or one byte changed anywhere: refused in one line, or the very same graph."""
    good = whole.read_bytes()
    digest_of_whole = parts(whole)[0]["digest"]
    chance = random.Random(8)
    hurt = tmp_path / "hurt.zip"
    cuts = [good[: chance.randrange(len(good))] for _ in range(60)]
    flips = [
        good[:at] + bytes([good[at] ^ (1 << chance.randrange(8))]) + good[at + 1 :] for at in range(0, len(good), 7)
    ]
    told = []
    for number, content in enumerate([*cuts, *flips]):
        hurt.write_bytes(content)
        try:
            with Archive(hurt) as archive:
                archive.verify()
                assert list(archive.records("node"))
                assert list(archive.records("edge"))
                assert archive.manifest.digest == digest_of_whole
                assert number >= len(cuts), "a file that was cut off passed"
        except BadBackup as error:
            told.append(str(error))
    assert len(told) > 0.9 * (len(cuts) + len(flips))
    assert not any("\n" in message for message in told)


def test_a_kill_in_the_middle_leaves_the_old_backup_or_the_new_one(tmp_path):
    """The command is killed at random moments; the file is always whole."""
    database, target = tmp_path / "t.kgl", tmp_path / "b.zip"
    load_case(KgliteEngine(database), find_case("china-iran"))
    backup(KgliteEngine(database), target)
    command = [sys.executable, "-m", "tiebook", "--db", str(database), "backup", str(target), "--force"]
    chance = random.Random(9)
    for _ in range(8):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0.1, 0.8))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        with Archive(target) as archive:
            archive.verify()


@pytest.mark.server
def test_a_backup_waits_for_a_load_on_the_server(tmp_path):
    """It takes the lock that loads take, so that it never has half of one."""
    engine = make_engine("neo4j-5.26", tmp_path)
    try:
        load_now(engine)
        with ThreadPoolExecutor(1) as pool, require_server("neo4j-5.26").driver().session(database="neo4j") as session:
            with session.begin_transaction() as load:
                load.run("MATCH (m:TiebookMeta) SET m.model = m.model").consume()
                load.run("CREATE (:Actor:State:Tiebook {id: 'one', name: 'One'})").consume()
                waiting = pool.submit(backup, engine, tmp_path / "b.zip")
                with pytest.raises(TimeoutError):
                    waiting.result(timeout=2)
                load.run("CREATE (:Actor:State:Tiebook {id: 'two', name: 'Two'})").consume()
                load.commit()
            assert waiting.result(timeout=60).digest == digest(engine)
        assert sum('"one"' in line or '"two"' in line for line in parts(tmp_path / "b.zip")[1]) == 2
    finally:
        engine.close()


def test_of_several_strange_members_the_first_is_named(whole):
    with zipfile.ZipFile(whole, "a") as archive:
        for name in "hgfbedc":
            archive.writestr(name, "x")
    with pytest.raises(BadBackup, match="it holds 'b', which is not part of a backup"), Archive(whole) as opened:
        opened.verify()


def test_the_longest_line_that_is_allowed_is_read(whole, monkeypatch):
    longest = max(len(line.encode()) for line in parts(whole)[1]) + 1  # with its end
    for most, fault in ((longest, None), (longest - 1, "a line of it has more than")):
        monkeypatch.setattr("tiebook.keep.archive._MOST_LINE", most)
        with Archive(whole) as archive:
            if fault is None:
                assert list(archive.lines())
            else:
                with pytest.raises(BadBackup, match=fault):
                    list(archive.lines())


@pytest.mark.parametrize(("flag", "sound"), [(0x0001, False), (0x0002, True)])  # encrypted; compressed well
def test_an_encrypted_backup_is_refused_for_what_it_is(whole, flag, sound):
    content = bytearray(whole.read_bytes())
    for signature, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(signature)
        while at >= 0:
            content[at + place] |= flag
            at = content.find(signature, at + 1)
    whole.write_bytes(content)
    if sound:
        with Archive(whole) as archive:
            archive.verify()
    else:
        with pytest.raises(BadBackup, match="compressed by a method that backups do not use"), Archive(whole):
            pass
