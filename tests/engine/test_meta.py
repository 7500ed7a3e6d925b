"""The Meta node: the version of the model, and the sources whose load was cut off."""

import pytest

from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.meta import check_model, lock_current, model_of, set_unfinished, take_lock
from tiebook.errors import DatabaseMissing, ModelMismatch
from tiebook.model.version import MODEL_VERSION


@pytest.fixture
def engine(tmp_path):
    """Return an empty embedded database."""
    return KgliteEngine(tmp_path / "t.kgl")


def test_a_source_is_unfinished_until_it_is_whole(engine):
    engine.write(lambda writer: lock_current(writer, engine.place))
    for source, unfinished, left in [
        ("a", True, ("a",)),
        ("b", True, ("a", "b")),
        ("a", True, ("b", "a")),
        ("b", False, ("a",)),
        ("none", False, ("a",)),
        ("a", False, ()),
    ]:
        engine.write(lambda writer, s=source, u=unfinished: set_unfinished(writer, s, unfinished=u))
        assert check_model(engine) == left


def test_an_empty_database_becomes_one_of_this_model_and_stays_it(engine):
    with pytest.raises(DatabaseMissing):
        model_of(engine)
    assert engine.write(lambda writer: take_lock(writer, engine.place, 7)) == 7
    assert engine.write(lambda writer: take_lock(writer, engine.place)) == 7
    assert model_of(engine) == 7


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (MODEL_VERSION + 1, "made by a newer Tiebook"),
        (MODEL_VERSION - 1, "tiebook upgrade brings it up to date"),
        (True, "does not say which version"),
        ("1", "does not say which version"),
    ],
)
def test_another_model_is_refused(engine, version, message):
    engine.write(lambda writer: writer.run("CREATE (:Meta {id: 'model', model: $version})", {"version": version}))
    with pytest.raises(ModelMismatch, match=message):
        check_model(engine)
    with pytest.raises(ModelMismatch, match=message):
        engine.write(lambda writer: lock_current(writer, engine.place))
