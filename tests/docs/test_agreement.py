"""The published figures of agreement are those of the shipped codings."""

from tests.docs.agreement import PAGE, page


def test_the_figures_have_not_drifted(article):
    assert article.paragraphs
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.docs.agreement"
