"""The simplest questions that people type, with the three shipped texts loaded: how many are answered at once, and none wrongly."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tiebook.ask.words.understand import Understanding

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Basic:
    text: str
    right: tuple[tuple[str, dict[str, str]], ...]  # what answers it; nothing where it has to be asked back or refused
    offered: tuple[frozenset[str], ...]  # what may be offered instead, or has to be
    refused: bool  # whether nothing fits, or need not

    def judged(self, found: Understanding) -> str:
        """Return whether a text was understood: right, asked back where one question answers it, or wrong."""
        taken = found.taken
        if taken is not None:
            return "right" if (taken.name, taken.params) in self.right else "wrong"
        if found.verdict == "nothing" and self.refused:
            return "right"
        names = {guess.name for guess in found.offered}
        return "right" if any(offered <= names for offered in self.offered) else "asked back"


def basics(name: str) -> list[Basic]:
    found = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, wanted = (part.strip() for part in line.split("|", 1))
        each = [part.strip() for part in wanted.split(" / ")]
        commands = [part.split() for part in each if part[0] not in "?-"]
        right = tuple((command[0], dict(param.split("=", 1) for param in command[1:])) for command in commands)
        offered = tuple(frozenset(part[1:].replace(",", " ").split()) for part in each if part.startswith("?"))
        found.append(Basic(text, right, offered, "-" in each))
    return found


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("basic.txt", 184),
        ("basic2.txt", 58),
        ("basic3.txt", 46),
        ("basic4.txt", 34),
        ("basic5.txt", 131),
        ("basic6.txt", 57),
        ("basic7.txt", 34),
        ("data.txt", 43),
    ],
)
def test_the_simplest_questions(name: str, least: int, of_all_texts, of_data) -> None:
    every, reader = basics(name), of_data if name == "data.txt" else of_all_texts
    judged = {each.text: each.judged(reader(each.text)) for each in every}
    assert len(judged) == len(every), "a text twice"
    assert [(text, reader(text).taken) for text, how in judged.items() if how == "wrong"] == []
    asked_back = [text for text, how in judged.items() if how == "asked back"]
    right = len(judged) - len(asked_back)
    assert right >= least, f"{right} of {len(judged)} right; asked back: {asked_back}"
    assert right < least + 5, f"{right} are right: raise the least"


@pytest.mark.parametrize(
    "text", ["Weather in Paris", "Who won the World Cup?", "hello", "how do I cook rice", "GDP of Russia"]
)
def test_what_no_word_of_a_text_says_is_not_offered(text: str, of_all_texts) -> None:
    found = of_all_texts(text)
    assert found.verdict == "nothing"
    assert found.offered == ()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        # who does it to somebody is called after what they do
        ("Iran's backers", "who-supports --target iran"),
        ("who are Russia's supporters", "who-supports --target russia"),
        ("China's critics", "who-criticises --target china"),
        ("critics of China", "who-criticises --target china"),
        ("China's criticism", "who-criticises --actor china"),
        ("Ukraine's attackers", "who-attacks --target ukraine"),
        ("Iran's sponsors", "who-funds --partner iran"),
        ("Russia's arms suppliers", "who-arms --recipient russia"),
        ("Russia's arms customers", "who-arms --supplier russia"),
        ("who are China's debtors", "who-funds --actor china"),
        ("China's friends", "who-cooperates --actor china"),
        ("treaties signed by North Korea", "who-is-bound --actor north-korea"),
        # what is done to somebody, by whomever
        ("is Russia criticised", "who-criticises --target russia"),
        ("was Iran attacked", "who-attacks --target iran"),
        ("is Taiwan threatened", "who-threatens --threatened taiwan"),
        ("is China feared", "what-is-feared --about china"),
        ("is China feared by the US", "what-is-feared --actor united-states --about china"),
        ("who gets help from Iran", "who-funds --actor iran"),
        ("whom did Israel bomb?", "who-attacks --actor israel"),
        # a verb after its subject is not a part of a name
        ("Did the US sanction China?", "who-sanctions --target china --sender united-states"),
        ("whom did the US sanction", "who-sanctions --sender united-states"),
        # a surname before a given name, and a body of only one state
        ("what does Kim want", "who-seeks-what --actor kim-jong-un"),
        ("does Congress oppose China", "who-opposes --target china --actor us-congress"),
        # words of a longer name that mean themselves
        ("Iran's trading partners", "who-funds --actor iran"),
        ("joint exercises of Iran and China", "who-cooperates --actor iran --partner china"),
        ("show all events", "entities"),
        ("arms sales to Taiwan", "who-arms --recipient taiwan"),
        ("who favours the JCPOA?", "who-supports --target jcpoa"),
        ("North Korean shells for Russia", "who-arms --recipient russia --supplier north-korea"),
        ("who is the leader of China?", "offices --body china"),
        ("obstacles to China-Iran cooperation", "what-limits --actor china --partner iran"),
        ("For whom is China dangerous?", "who-threatens --threat china"),
        ("limits on China", "who-constrains --target china"),
        ("Whose pressure limits China's room for manoeuvre on Iran?", "who-constrains --target china --regarding iran"),
        ("Is Taiwan in danger?", "who-threatens --threatened taiwan"),
        ("which agreements bind Iran", "who-is-bound --actor iran"),
        ("Does Oman mediate?", "who-balances --actor oman"),
        ("who needs Chinese rare earths", "what-depends-on-what --on rare-earth-exports"),
        ("why do the US and China compete?", "reasons --actor united-states --partner china --tie RIVAL_OF"),
    ],
)
def test_kinds_of_basic_questions(text: str, command: str, of_all_texts) -> None:
    assert of_all_texts.command(text) == command


@pytest.mark.parametrize(
    ("text", "question", "params", "left"),
    [
        ("who did the US punish for trading with Iran", "who-sanctions", {"sender": "united-states"}, ("Iran",)),
        ("who did the US sanction for arming Russia", "who-sanctions", {"sender": "united-states"}, ("Russia",)),
        ("who was criticised for arming Russia", "who-criticises", {}, ("Russia",)),
        ("will China arm Iran", "who-arms", {"recipient": "iran", "supplier": "china"}, ("will",)),
        ("what does the author think", "how-seen", {}, ("author",)),
        ("could Russia help Iran?", "who-funds", {"actor": "russia", "partner": "iran"}, ("could",)),
    ],
)
def test_what_a_question_has_no_place_for_is_said(
    text: str, question: str, params: dict[str, str], left: tuple[str, ...], of_all_texts
) -> None:
    found = of_all_texts(text)
    assert found.taken is None
    assert (found.offered[0].name, found.offered[0].params, found.offered[0].left) == (question, params, left)


@pytest.mark.parametrize(
    "text", ["Should the US sanction China?", "Is Putin a bad person?", "What time is it in Tokyo?"]
)
def test_advice_and_judgements_are_not_given(text: str, of_all_texts) -> None:
    assert of_all_texts(text).verdict == "nothing"


def test_a_matter_with_a_nation_in_its_name_is_also_read_word_by_word(of_all_texts) -> None:
    found = of_all_texts("UN sanctions on Iran")
    assert of_all_texts.command("UN sanctions on Iran") == "who-sanctions --target iran --sender united-nations"
    params = {guess.name: guess.params for guess in found.choices}
    assert params["matters"] == {"about": "un-sanctions-on-iran"}


def test_an_instrument_is_not_traded_with(of_all_texts) -> None:
    found = of_all_texts("American tariffs on Chinese goods")
    assert found.taken is not None
    assert found.taken.name == "who-sanctions"
    assert all(guess.params.get("partner") != "us-tariffs" for guess in found.choices)


def test_who_fears_whom_keeps_its_direction(of_all_texts) -> None:
    (fear, *_) = (guess for guess in of_all_texts("does the US fear China").choices if guess.name == "what-is-feared")
    assert fear.params == {"actor": "united-states", "about": "china"}


@pytest.mark.parametrize("text", ["what did Li say", "Is China a great power?", "export controls on China"])
def test_what_is_not_plain_is_asked_back(text: str, of_all_texts) -> None:
    """Two are called Li; a great power may be a group; China's own controls are not those on China."""
    found = of_all_texts(text)
    assert found.taken is None
    assert all("prc-export-controls" not in guess.params.values() for guess in found.choices)
