"""Templates kept compiled: found again, made anew where their source or the file changed, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from tiebook.serve import page
from tiebook.serve.compiled import Compiled


def environment(folder: Path, source: str = "<p>{{ word }}</p>", *, autoescape: bool = True) -> Environment:
    loader = DictLoader({"a.html": source})
    return Environment(loader=loader, autoescape=autoescape, bytecode_cache=Compiled(folder))  # noqa: S701


def made(folder: Path, source: str = "<p>{{ word }}</p>") -> str:
    return environment(folder, source).get_template("a.html").render(word="<iran>")


def test_what_is_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "new" / "pages"
    assert made(folder) == "<p>&lt;iran&gt;</p>"
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", None)
        assert made(folder) == "<p>&lt;iran&gt;</p>"
    assert made(folder, "<b>{{ word }}</b>") == "<b>&lt;iran&gt;</b>"


@pytest.mark.parametrize("damage", [b"", b"x" * 20, b"y" * 4000])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    made(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for content in (damage, whole[:-1], whole[:40] + b"?" + whole[41:]):
        file.write_bytes(content)
        assert made(tmp_path) == "<p>&lt;iran&gt;</p>"
        assert file.read_bytes() == whole


def test_another_version_makes_them_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path)
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    monkeypatch.setattr("tiebook.serve.compiled._MADE_BY", b"later")
    assert made(tmp_path) == "<p>&lt;iran&gt;</p>"
    assert file.read_bytes() != before


def test_other_settings_make_them_anew(tmp_path: Path) -> None:
    bare = environment(tmp_path, autoescape=False).get_template("a.html").render(word="<iran>")
    assert bare == "<p><iran></p>"
    assert made(tmp_path) == "<p>&lt;iran&gt;</p>"


def test_without_a_folder_to_write_to_pages_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert made(tmp_path / "file" / "pages") == "<p>&lt;iran&gt;</p>"


@pytest.mark.parametrize("asked", [True, False])
def test_pages_are_kept_unless_python_is_asked_to_keep_nothing_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: bool
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", asked)
    monkeypatch.setattr("tiebook.serve.page.user_cache_path", lambda *_, **__: tmp_path)
    kept = page.environment.__wrapped__().bytecode_cache  # without what is remembered of it
    assert isinstance(kept, Compiled) is not asked
