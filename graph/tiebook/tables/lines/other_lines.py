"""The lines of a table file that are not records: its header again, and notes below the table. The account lists each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.shape import Cells

_LONGEST: Final = 500  # records of a block of notes
_SHOWN: Final = 60  # characters of a note in the account
_FEW: Final = 3  # notes that the account quotes
_MANY: Final = 5  # words, above which a line is a sentence; with a full stop fewer do
_STOPPED: Final = 3
_PLAIN: Final = 2
_NOTHING: Final = ("", " ", "\u00a0")  # with which a cell that says nothing, or goes on with a sentence, begins

_HEADINGS: Final = """
notes? sources? footnotes? comments? remarks? legend key abbreviations explanations? methodology
disclaimer citation licen[cs]e caveats? coverage description contact url doi
anmerkung(?:en)? hinweis(?:e)? quellen? fuentes? notas? fontes? fonti bron(?:nen)? källa kaynak remarques?
примечани[ея] источники? 注 注释 资料来源 来源 出典 注記 ملاحظات? المصدر
"""
_HEADING: Final = "|".join(_HEADINGS.split())
_SAYING: Final = (
    r"last (?:updated|modified|revised)|(?:up)?dated?|downloaded|retrieved|accessed|generated|exported|compiled|created|prepared"
    r"|copyright|suggested citation|please cite|cite as|see also|values? (?:in|are)|figures? (?:in|are)|data (?:from|as of|are)"
    r"|as of|missing values?|all rights reserved|end of (?:file|table|data|report|list)|page \d+"
    r"|\(?\d[\d,]* (?:rows?|records?|entries|observations?)\b"
)
# begins a note, whatever stands before it
_SAID: Final = rf"(?:(?:{_HEADING})\b[^:\n,;|\t]{{0,30}}[:\uff1a]|(?:{_HEADING})\.?[ ]*$|\u00a9)"
_MARK: Final = re.compile(rf"[ \"]*{_SAID}", re.IGNORECASE | re.MULTILINE)
# in the first cell of a line whose delimiters no space follows
_COLON: Final = re.compile(rf"^[ \"]*(?:{_HEADING})[ ]?[:\uff1a]", re.IGNORECASE | re.MULTILINE)
_HEADED: Final = re.compile(
    rf"[ \"]*(?:{_HEADING})\b[^:\n\uff1a]{{0,60}}[:\uff1a]", re.IGNORECASE
)  # in a cell of its own
# begins one where words follow
_SIGN: Final = re.compile(
    r"[ \"]*(?:(?:\*{1,4}|[\u2020\u2021\u00a7\u00b6\u00b9\u00b2\u00b3]|\[\w{1,2}\]|\(\w{1,2}\)|\w[)]|//|#+[ ])[ ]*(?=[^\W\d_])"
    rf"|(?:{_SAYING})\b)",
    re.IGNORECASE | re.MULTILINE,
)
_MAYBE: Final = re.compile(rf"^(?:{_MARK.pattern}|{_SIGN.pattern})", re.IGNORECASE | re.MULTILINE)


_RULE: Final = re.compile(r"[:+]?(?:-{3,}|={3,})(?:\+(?:-{3,}|={3,}))*[:+]?")


class OtherLines:
    """Finds what is not a record among the records of one table.

    header -- the names of the columns as written; before -- the lines before them; first -- the first record
    what, where -- what the table is, and its file; named -- whether every record has to say something in its first cell
    """

    def __init__(
        self,
        header: Sequence[str],
        before: Sequence[str],
        delimiter: str,
        first: Sequence[str],
        what: str,
        where: str,
        *,
        named: bool = False,
    ) -> None:
        """Start with nothing found."""
        self._what, self._where = what, where
        self._header = _plain(header)
        self._place = next((place for place, name in enumerate(self._header) if name), 0)
        self._first = self._header[self._place] if self._header else ""
        self._second = min(1, len(header) - 1)
        self._longest = max(self._header, key=len, default="")
        self._before = {line.strip() for line in before if line.strip()}
        self._delimiter = delimiter
        # whether a space after a delimiter tells nothing, since records have it too
        self._spaced = delimiter == "\t" or any(cell[:1].isspace() for cell in first[1:])
        # whether a heading with a colon tells, since what the first column has is not text, and the first record has none
        self._headings = named and bool(first) and _COLON.match(first[0]) is None
        self._width = len(header)
        self._no_notes = 0  # the line up to which records were looked at in vain
        self._headers: list[int] = []
        self._rules: list[int] = []  # drawn under the header
        self._notes: list[tuple[int, int, list[str]]] = []

    def may_be_in(self, lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
        """Return whether one of several records of full width may be none, quickly and rather too often."""
        text = "\n".join(lines)
        if self._longest and self._longest in text.casefold():
            firsts = map(str.casefold, map(str.strip, map(itemgetter(self._place), rows)))
            if self._first in firsts:
                return True
        if "---" in text or "===" in text:
            return True
        if self._headings and (":" in text or "\uff1a" in text) and _COLON.search("\n".join(map(itemgetter(0), rows))):
            return True
        # of a note of full width only the first cell says something, or a space stands behind each delimiter
        likely = [row[0] for row in rows if row[-1][:1] in _NOTHING and row[self._second][:1] in _NOTHING]
        return bool(likely) and _MAYBE.search("\n".join(likely)) is not None

    def left_out(self, record: Cells, rest: Iterator[Cells], *, after_blank: bool) -> Iterator[Cells] | None:
        """Return what follows a record that is the header again or begins a block of notes; None if it is neither.

        Raises BadSource for a note with delimiters in it, between records.

        Notes reach to the end of the file, or to the header again: what stands before more records is left to be read.
        """
        line, cells = record
        if self._is_header(cells):
            self._headers.append(line)
            return rest
        if _is_rule(cells):
            self._rules.append(line)
            return rest
        if line <= self._no_notes or not self._begins(cells, after_blank=after_blank):
            return None
        block = [record]
        ended = True
        following: list[Cells] = []
        for each in rest:
            if self._is_data(each[1]) or len(block) == _LONGEST:
                following = [each]
                ended = len(block) < _LONGEST and self._is_header(each[1])
                break
            block.append(each)
        if not ended:
            several = sum(bool(cell.strip()) for cell in cells) > 1
            # as a record it would name actors that nobody knows
            if several and (self._is_sentence(cells) or self._is_headed(cells)):
                raise _between(self._text(cells), self._what, f"{self._where}:{line}")
            self._no_notes = block[-1][0]
            return chain(block, following, rest)
        texts = [self._text(cells) for _, cells in block]
        self._notes.append((line, max(at for (at, _), text in zip(block, texts, strict=True) if text), texts))
        return chain(following, rest)

    @staticmethod
    def check_no_note(cells: Sequence[str], what: str, where: str) -> None:
        """Check that a record that is too short, and may go on in the next line, does not say itself that it is a note.

        Raises BadSource.
        """
        if len(cells) == 1 and (_MARK.match(cells[0]) or _HEADED.match(cells[0])):
            raise _between(cells[0].strip(), what, where)

    def told(self) -> list[str]:
        """Return what was left out, in words, with lines."""
        out = []
        if self._headers:
            which = ", ".join(map(str, self._headers[:10])) + (", ..." if len(self._headers) > 10 else "")  # noqa: PLR2004
            one = len(self._headers) == 1
            out.append(
                f"line {which} was left out: it is the header again"
                if one
                else f"{len(self._headers):,} lines were left out: they are the header again ({which})"
            )
        out += [f"line {line} was left out: it is a rule" for line in self._rules]
        for first, last, texts in self._notes:
            quoted = [f'"{text[:_SHOWN]}{"..." if len(text) > _SHOWN else ""}"' for text in filter(None, texts)]
            shown = " ".join(quoted[:_FEW]) + (f" and {len(quoted) - _FEW} more" if len(quoted) > _FEW else "")
            where = f"line {first} was" if first == last else f"lines {first} to {last} were"
            out.append(f"{where} left out as notes below the table: {shown}")
        return out

    def _is_header(self, cells: Sequence[str]) -> bool:
        return len(cells) >= self._width and bool(self._first) and _plain(cells) == self._header

    def _is_data(self, cells: Sequence[str]) -> bool:
        """Return whether a record is one of the table: of full width, and more than a single cell or a sentence with commas."""
        return len(cells) == self._width and not self._is_sentence(cells) and not self._is_headed(cells)

    def _is_headed(self, cells: Sequence[str]) -> bool:
        """Return whether the first cell begins with "Note:" or the like, where names are expected."""
        return self._headings and _COLON.match(cells[0]) is not None

    def _is_sentence(self, cells: Sequence[str]) -> bool:
        """Return whether only one cell says something, or a delimiter stands in a text: a space follows it."""
        said = [cell for cell in cells if cell.strip()]
        if len(said) <= 1:
            return True
        return not self._spaced and all(cell[:1].isspace() for cell in said[1:])

    def _begins(self, cells: Sequence[str], *, after_blank: bool) -> bool:
        if self._is_data(cells) or not any(map(str.strip, cells)):
            return False
        text = self._text(cells)
        if _MARK.match(text) or text in self._before:
            return True
        words = len(text.split())
        if not self._is_sentence(cells):
            return False
        if _SIGN.match(text) and words >= _PLAIN:
            return True
        stop = text.endswith((".", "\u3002"))
        return after_blank and len(cells) < self._width and (words > _MANY or (stop and words > _STOPPED))

    def _text(self, cells: Sequence[str]) -> str:
        return self._delimiter.join(cells).strip(f" \t\r\n{self._delimiter}")


def _between(text: str, what: str, where: str) -> BadSource:
    return BadSource(f"{what}: a note stands between the records: {text[:_SHOWN]!r}", where=where, hint="take it out")


def _is_rule(cells: Sequence[str]) -> bool:
    """Return whether a record is a line that is drawn: ---+--- of a console, |:---|---:| of Markdown."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return bool(said) and all(map(_RULE.fullmatch, said))


def _plain(cells: Sequence[str]) -> list[str]:
    out = [cell.strip().strip('"').casefold() for cell in cells]
    while out and not out[-1]:
        out.pop()
    return out
