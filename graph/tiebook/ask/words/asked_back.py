"""What to say if a text in free words may mean several questions, lacks something, or means none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tiebook.ask.words.match import Guess
from tiebook.ask.words.understand import Understanding

Written = Callable[[Guess], str]


def asked_back(
    text: str, found: Understanding, *, written: Written, taken: Written, named: Callable[[str], str], listing: str
) -> str:
    """Return why a text was not answered, and what to ask instead, ready to copy.

    written -- how a question is asked where it is asked: as a command, as a call
    taken -- how it is said what a text was taken for
    named -- how a parameter is named there
    listing -- what lists all questions there
    """
    first = found.choices[0]
    if found.verdict == "unsure":
        return _listed(f'"{text}" may mean more than one question. Ask one of these:', found.offered, written)
    if found.verdict == "lacking":
        return _listed(f"Taken as: {taken(first)}{what_lacks(first, named)}. Ask:", found.offered, written)
    said = nothing_fits(text, found, listing)
    return _listed(f"{said}. The nearest:", found.offered, written) if found.offered else said


def nothing_fits(text: str, found: Understanding, listing: str) -> str:
    """Return that no question fits; if none is near either, also what lists all."""
    unknown = f" ({', '.join(found.unknown)}: not known here)" if found.unknown else ""
    said = f'no stored question fits "{text}"{unknown}'
    return said if found.offered else f"{said}, and none is near it; {listing} lists all"


def what_lacks(guess: Guess, named: Callable[[str], str] = str) -> str:
    """Return what else a question needs, and which parts of a text it has no parameter for, as the end of a sentence."""
    needs = f", which also needs {' and '.join(map(named, guess.lacking))}" if guess.lacking else ""
    return needs + (f", which {no_place(guess)}" if guess.left else "")


def no_place(guess: Guess) -> str:
    """Return the parts of a text for which a question has no parameter, in the words of the text."""
    return "has no place for " + " and ".join(f'"{each}"' for each in guess.left)


def _listed(said: str, choices: Iterable[Guess], written: Written) -> str:
    lines = [(written(guess), guess.title + (f" ({no_place(guess)})" if guess.left else "")) for guess in choices]
    width = max(len(line) for line, _ in lines)
    return "\n".join([said, *(f"  {line.ljust(width)}  # {title}" for line, title in lines)])
