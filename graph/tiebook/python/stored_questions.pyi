"""The stored questions, for editors. Made from their headers (python -m tests.docs.reference), not edited by hand."""

from collections.abc import Iterable
from datetime import date
from inspect import Parameter, Signature
from typing import Any, Final

from tiebook.python.answers.answer import Answer
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.options import Option

TYPES: Final[dict[str, Any]]

def signature(question: Question) -> Signature: ...
def options_of(question: Question) -> list[Option]: ...
def by_name(option: Option) -> Parameter: ...
def needed(question: Question) -> list[tuple[Any, bool]]: ...
def docstring(question: Question) -> str: ...

class StoredQuestions:
    def __init__(self, library: QuestionLibrary) -> None: ...
    def _asked(self, name: str, given: dict[str, Any]) -> Answer: ...
    def __dir__(self) -> Iterable[str]: ...
    def action_and_response(
        self,
        actor: str,
        partner: str,
        months: int | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which acts by an actor toward another were followed by acts by another toward an actor within 12 months?

        Only dated ties count, and no joint ones such as agreements. A tie with a third actor counts if it concerns the
        other of the two. One act following another does not prove that it was caused by it.

        actor -- who acts
        partner -- who responds
        months -- the longest time between act and response, in months
        """
    def actors(
        self,
        word: str | None = None,
        *,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which actors are there, and how many ties and claims does each have?

        word -- only actors with this in their name, id or aliases
        """
    def allies_under_sanctions(
        self,
        actor: str,
        sender: str,
        obligation: str | None = None,
        *,
        as_of: date | str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which allies of an actor does another sanction?

        An ally is an actor bound by the same pact to the same obligation (defence, unless --obligation names another)
        while the sanctions last; pacts lists each pact with its source. in_force starts with the sanctions, followed by
        the pacts. Sanctions that no source says have ended may have ended since.

        actor -- whose allies
        sender -- who imposes sanctions
        obligation -- defence, offence, neutrality, non-aggression, consultation or entente
        """
    def arms_in_conflict(
        self,
        one: str,
        other: str,
        conflict: str | None = None,
        *,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who delivered arms to an actor and another while they used force against each other?

        The times come from the data sets of conflicts and disputes (--conflict takes one of them; the question
        conflicts lists them). Derived pairs and machine-coded events do not count. Deliveries are orders in a trade
        register with a year of delivery in that time; surely counts those whose year lies wholly in it. tiv is the
        value of the whole orders, including what was delivered in other years.

        one -- one side
        other -- the other
        conflict -- only this conflict or dispute
        """
    def arms_on_record(
        self,
        supplier: str | None = None,
        recipient: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What does the trade register say about the arms sales that a text asserts or denies?

        One row per claim and register. The register's orders for the pair are compared with the time that the claim is
        about (for an undated claim, up to the end of its text), whatever the weapon: see items. Years are those of
        delivery, not of order; perhaps_then counts orders whose year of delivery is only partly in that time. If no
        order is identified, there may still have been one: look at before and at what the register covers (--coverage).

        supplier -- who is said to sell, or not to
        recipient -- who is said to buy, or not to
        """
    def before_and_after(
        self,
        actor: str,
        partner: str,
        day: date | str,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """How many relations between an actor and another began before one day and how many from then on, compared with
        those of either with all others?

        Counts endorsed ties between actors that no coder inferred; mentions of one relation with the same dates count
        once. The baseline is the same count for the ties of either actor with everyone else: a source that says more
        about later years raises both.

        actor -- one of the two
        partner -- the other
        day -- the day that divides before from after
        """
    def beliefs(
        self,
        holder: str,
        about: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What does a holder believe, say, want, fear or expect?

        One row per claim. attitude is holds if the holder vouches for the claim; seeks, fears or expects if it is
        reported of the holder; and supports, opposes, criticises, views as... for a position of the holder's own that
        somebody else reports. For the author of a text, this lists the whole text.

        holder -- who believes
        about -- only claims about this
        """
    def brokers(
        self,
        one: str,
        other: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who has cooperative ties with the camp of an actor as well as with the camp of another?

        A camp is the actor itself and its members as coded; members of both camps are left out. Counts only endorsed
        ties that no coder inferred, of the types that enter structural balance. Several mentions of a relation count
        once, and the first is shown. also_hostile lists the members of either camp with which the broker also has
        hostile ties.

        one -- one camp: an actor or a group
        other -- the other camp
        """
    def capabilities(
        self,
        one: str,
        other: str,
        first: int,
        last: int,
        indicator: str | None = None,
        *,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """How do an actor and another compare in capabilities in each year from one year to another?

        Uses the composite index of COW NMC (a state's share of the system's total), unless --indicator names another
        measure. ratio is one divided by other. A missing value is not 0.

        one -- one state
        other -- the other
        first -- the first year
        last -- the last year
        indicator -- another measure: cow-nmc-milex, cow-nmc-milper, cow-nmc-tpop...
        """
    def causes(
        self,
        what: str | None = None,
        cause: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What raises, lowers or changes what, and why?

        what -- what is raised, lowered or changed
        cause -- what brings it about
        """
    def common_ties(
        self,
        one: str,
        other: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """With whom do both an actor and another have ties, and of which sign?

        Counts only endorsed ties that no coder inferred. Several mentions of a relation count once, and the first is
        shown.

        one -- one of the two
        other -- the other
        """
    def conditions(
        self,
        actor: str,
        partner: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Under which conditions would an actor and another go further, and which limits would remain?

        First come statements that hold only under a condition, then the limits that would fall away with it: those that
        the condition is about, and those that are coded as depending on them (rests_on). Last come the limits that no
        source says would fall away.

        actor -- whose freedom of action
        partner -- the other side
        """
    def conflicting_claims(
        self,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which claims are denied, disputed or given the opposite sign, although another claim says that they hold?

        One row per claim, with the claims of the same type between the same two actors that say otherwise. A denial is
        specific: a claim conflicts with it only if it regards all the matters that the denial names. Claims of opposite
        signs are about the same matter, or both about none. Times must be able to overlap; a claim without an end lasts
        until the day on which its source ends. between says whether sources or holders differ. One holder can say both
        for different reasons, so compare the mechanisms.

        actor -- one of the two sides
        """
    def conflicts(
        self,
        actor: str,
        opponent: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """In which armed conflicts and militarised disputes was an actor involved, and against whom?

        One row per conflict, opponent and source, with who acted. Only data sets of conflicts and disputes count (what
        texts say of attacks is in who-attacks); level is the source's own (COW MID: 2 threat, 3 display, 4 use of
        force, 5 war; UCDP: 1 minor, 2 war). UCDP lists only years with at least 25 battle deaths and says nothing about
        other years. inferred: the pair is derived from the sides of a dispute. arms-in-conflict --conflict takes a
        value of the column event.

        actor -- one side of the conflict
        opponent -- only against this one
        """
    def coverage(
        self,
        *,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which paragraphs of the sources have claims, of which types, and who holds them?

        A paragraph without claims is a heading, or says nothing that the codebook covers. not_actual counts what is
        sought, feared, expected, conditional or possible.
        """
    def deliveries(
        self,
        supplier: str,
        recipient: str,
        first: int,
        last: int,
        *,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which weapons did an actor deliver to another in each year from one year to another?

        Counts the orders of a trade register in their years of delivery. tiv is the year's value in a TIV table (null
        if none is loaded), never a share of an order. Numbers appear only in the register's window; even there, none
        identified does not prove that there was none. Begin some years before the time that you ask about.

        supplier -- who delivers
        recipient -- to whom
        first -- the first year
        last -- the last year
        """
    def differing_dates(
        self,
        actor: str,
        *,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """For which memberships of an actor, or in it, do two sources give dates that cannot both be right?

        Lists overlapping spells of one membership whose stated bounds exclude each other at the beginning or the end. A
        year does not conflict with a day in that year, nor an open end with an end that only the other source knows.

        actor -- a member, or a group
        """
    def discourse_coalitions(
        self,
        actor: str | None = None,
        *,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which two actors take the same position on a concept, or opposite ones?

        Compares positions (supports, opposes, criticises, seeks, sees a danger in, views) on the same thing, or on the
        same actor in the same matters; a denied position counts as its opposite. discourse-statements lists the rows
        behind each pair.

        actor -- one of the two
        """
    def discourse_statements(
        self,
        speaker: str | None = None,
        *,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who agrees or disagrees with which concept, and in which words?

        One row per statement, with the columns of Discourse Network Analyzer (person or organization, concept,
        agreement, date); use --format csv. A statement is a position of the actor's own (supports, opposes, criticises,
        seeks, sees a danger in, views), or a wish, fear or belief that is reported of it.

        speaker -- only this speaker
        """
    def disputed_ties(
        self,
        actor: str | None = None,
        tie: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which ties does one source deny or dispute although another records them?

        One row per denial, recording source and time: at the same time, certainly or possibly (the spells overlap), or
        at other times, which is no contradiction. A denied alliance is also compared with pacts that pledge something;
        they list their obligations, which may be less than an alliance. record_since and record_until are the earliest
        beginning and the latest end of the records; null if one of them is open. Several reports of one event do not
        corroborate each other.

        actor -- one of the two sides
        tie -- only denials of this type
        """
    def disputes_between_allies(
        self,
        actor: str,
        obligation: str | None = None,
        *,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which militarised disputes and conflicts did an actor have with actors that a pact bound to it at the time?

        The two were bound by the same pact to the same obligation (defence, unless --obligation names another) during
        the dispute; together says whether certainly or possibly. level is that of the data set (COW MID: 2 threat, 3
        display, 4 use of force, 5 war; UCDP: 1 minor, 2 war). inferred: the pair is derived from the sides of a
        dispute.

        actor -- whose disputes
        obligation -- defence, offence, neutrality, non-aggression, consultation or entente
        """
    def dyad_years(
        self,
        actor: str,
        partner: str,
        first: int,
        last: int,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """How many cooperative, neutral and hostile ties did an actor and another have in each year from one year to
        another?

        Counts relations, not mentions: mentions of one type with the same dates count once. A year has numbers if
        something is coded in it. It has 0 only if a data set of ties between actors includes both actors and covers the
        whole year; null means not coded. Undated ties belong to no year and have a column of their own.

        actor -- one of the two
        partner -- the other
        first -- the first year
        last -- the last year
        """
    def entities(
        self,
        word: str | None = None,
        *,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which instruments, events, places, factors and issues are there besides actors, and how often is each mentioned?

        word -- only those with this in their name or id
        """
    def events_by_month(
        self,
        actor: str,
        partner: str,
        *,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """How many reported events of cooperation and of conflict were there between an actor and another in each month?

        Counts by quad class (the codebook's: CAMEO 09 is verbal conflict). total counts all reported events in that
        direction in the month; without_type counts the rest, which has no tie type. Scores are not averaged, because
        opposite events would cancel out. The news is coded by machine, so several reports of one event do not
        corroborate each other. A month counts only the days that the source's files hold (--coverage lists them); a
        month without a row is not a zero.

        actor -- one of the two
        partner -- the other
        """
    def evidence(
        self,
        claim: str,
        *,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who makes a claim, in which words, about whom and when?

        claim -- the id of a claim, or of the tie that it makes
        """
    def friends_and_adversaries(
        self,
        friend: str,
        adversary: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who is on good terms with an actor and at odds with another?

        Counts only endorsed ties that no coder inferred, of the types that enter structural balance. Several mentions
        of a relation count once, and the first is shown. friendly and hostile list the types of tie; also_hostile lists
        any hostile ties with the friend.

        friend -- the actor that they have cooperative ties with
        adversary -- the actor that they have hostile ties with
        """
    def holders(
        self,
        word: str | None = None,
        *,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Whose beliefs and positions are reported, and how many claims is each said to hold, want, fear or expect?

        positions counts the claims that say whom or what the holder supports, opposes, criticises, seeks, sees as a
        danger or views in some way; beliefs --holder lists them.

        word -- only holders with this in their name or id
        """
    def how_connected(
        self,
        one: str,
        other: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Through which actors and ties are an actor and another connected?

        Lists all shortest chains of up to three steps between actors, in either direction, with one row for each type
        of tie in a step and its first mention. Uses only endorsed ties that no coder inferred.

        one -- where the chain begins
        other -- where it ends
        """
    def how_seen(
        self,
        target: str | None = None,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who is seen how, and by whom?

        Lists views that no other type of tie covers; for blame ask who-criticises, for a perceived danger who-
        threatens.

        target -- who or what is seen
        actor -- who holds the view
        """
    def in_force(
        self,
        day: date | str,
        actor: str | None = None,
        about: str | None = None,
        tie: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which ties were in force on one day?

        holds says whether the tie was certainly or possibly in force. unknown: its source ends before that day.
        undated: the source gives no dates.

        day -- the day
        actor -- on either side of the tie, or what a claim behind it is about
        about -- only ties of it or about it, including those of data sets (a dispute, an agreement); searches every tie
        tie -- only ties of this type
        """
    def interests_in_conflict(
        self,
        actor: str | None = None,
        other: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Whose interests, views or efforts conflict, and who are rivals?

        actor -- one of the two sides
        other -- the other side
        """
    def judgements(
        self,
        actor: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who judges which claims of another source, and how?

        One row for each claim about a claim of another source, for example an analyst's own note that a statement is
        disputed, outdated or confirmed. judgement is disputes (the claim does not hold), otherwise (the opposite is
        said to hold, or to be denied), likewise (the same is said) or another kind.

        actor -- one of the two sides of the claim that is judged
        """
    def matters(
        self,
        about: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which ties and claims concern something, as one of their sides or as their subject?

        about -- an actor, instrument, event, place, factor or issue
        """
    def members_of(
        self,
        group: str | None = None,
        member: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who belongs to what?

        group -- an organisation, bloc, party, body or collective
        member -- who belongs to it
        """
    def neighbours(
        self,
        actor: str,
        *,
        as_of: date | str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who borders an actor, and which disputes and conflicts did the two have while they were neighbours?

        border is the kind of border in the data set: by land or river, or across up to 400 miles of water. disputes
        counts events, not the ties that they make; derived pairs and machine-coded events are left out. highest is the
        highest level of COW MID (2 threat, 3 display, 4 use of force, 5 war). A border without an end date is known up
        to the end of the source.

        actor -- whose neighbours
        """
    def offices(
        self,
        person: str | None = None,
        body: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which offices does or did anyone hold, where and since when?

        person -- who holds the office
        body -- the state, party or body in which the office is held
        """
    def only_one_source(
        self,
        actor: str,
        partner: str | None = None,
        *,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What does only one of the texts say about something?

        One row for each type of tie between the same two actors that only one text mentions, in any mode, although
        other texts name both actors: they are silent on it. gloss is the plainest of its claims. Silence is not a
        denial. Data sets and claims that an analyst added are not compared.

        actor -- one of the two sides
        partner -- the other side
        """
    def pacts_between(
        self,
        one: str,
        other: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which pacts bind an actor and another, with which obligations and when?

        A pact of many parties binds each of them to what its own row says; being party to the same pact does not make
        two actors allies. parties counts every actor that was ever in it. An open end is known only up to the end of
        the source. DCAD gives neither obligations nor end dates.

        one -- one of the two
        other -- the other
        """
    def paragraph(
        self,
        number: int,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which claims does paragraph N make?

        number -- the number of the paragraph
        """
    def rankings(
        self,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What place do actors have in a ranking of partners, priorities or power?

        actor -- who is ranked, or whose ranking it is
        """
    def reasons(
        self,
        actor: str,
        partner: str,
        tie: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which reasons are given for what an actor does toward another?

        Lists the ties from {actor} to {partner} that a source says hold, those of which it also says why first. cause
        and reason are what is said to raise, lower or change the tie (a reason that its source only reports, or that is
        inferred, says so); factor is the heading under which the source speaks of it. Where these are empty, no reason
        is coded: that does not mean that there is none. Why something did not happen is asked with why-not.

        actor -- who does it
        partner -- toward whom
        tie -- only ties of this type
        """
    def restrictions_in_force(
        self,
        day: date | str,
        target: str,
        about: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which limits, sanctions, threats and forms of pressure concerning something were in force on one day?

        holds says whether the restriction was certainly or possibly in force. unknown: its source ends before that day.
        undated: the source gives no dates. An end date counts as the last day in force.

        day -- the day
        target -- who or what is restricted, or what the restriction is about
        about -- only restrictions that concern this too: an issue or instrument, such as arms sales
        """
    def robustness(
        self,
        actor: str,
        without_holder: str | None = None,
        without_source: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which relations of an actor still stand without inferred claims, and which of them does the author only report?

        One row per relation (who, type, whom). stands is true if a mention remains that no coder inferred and that does
        not come from the holder or source left out. asserted_mentions counts the mentions that the author vouches for;
        if it is 0, the author only reports the relation.

        actor -- whose relations
        without_holder -- leave out what this holder says
        without_source -- leave out this source
        """
    def sanctions_on(
        self,
        target: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which sanctions on an actor, and on persons and entities with an address there, does each source list?

        One row per case against the actor itself. Listings of persons and entities with an address there are counted by
        sender and source; they are not sanctions on the state. A sanctions list is a snapshot, without former entries.
        A case that no source says has ended is known to last only up to the end of its source. Sources overlap, so do
        not add up the rows.

        target -- who is under sanctions, or where the persons and entities listed have an address
        """
    def seen_over_time(
        self,
        actor: str,
        partner: str,
        tie: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """How was the relation between an actor and another seen over time, and by whom?

        Lists every claim about the two, by text from the oldest on, and within a text by the time that the claim is
        about. seen_as is cooperative, hostile or neither, by the sign of the tie, or denied if it is said not to hold.

        actor -- one of the two
        partner -- the other
        tie -- only ties of this type
        """
    def shared_memberships(
        self,
        one: str,
        other: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """To which organisations and blocs do an actor and another both belong, and since when?

        Lists overlapping spells of membership, one source at a time; a source that has only one of the two actors gives
        no row. Only full memberships count. in_force covers both.

        one -- one of the two
        other -- the other
        """
    def suppliers_of_rivals(
        self,
        actor: str,
        first: int,
        last: int,
        disputes: int | None = None,
        *,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who delivered arms from one year to another to rivals of an actor?

        Rivals are those that a text calls rivals (undated statements count for any time), those that the actor was at
        war with in these years (COW MID level 5, UCDP level 2), and those with which it had at least --disputes
        disputes or conflicts in these years, by one source (two sources may report the same ones). Derived pairs and
        machine-coded events do not count. Deliveries are orders in a trade register with a year of delivery in that
        time; tiv is the value of the whole orders, including what was delivered in other years.

        actor -- whose rivals
        first -- the first year
        last -- the last year
        disputes -- how many disputes or conflicts make a rival
        """
    def then_and_now(
        self,
        actor: str,
        partner: str,
        start: date | str,
        finish: date | str,
        *,
        source: str | None = None,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which ties did an actor and another have on one day and on another, according to each source?

        Counts ties by type and source, in both directions (of a trade register the orders, not the TIV tables; for
        votes ask votes). Ties certainly in force are counted; the perhaps_ columns count those possibly in force, or
        open in a source that ends before the day. A number appears only if the source covers the day (null: outside its
        coverage, or undated). ended and began list the ties that do not hold on both days.

        actor -- one of the two
        partner -- the other
        start -- the first day
        finish -- the second day
        """
    def ties_between(
        self,
        one: str,
        other: str,
        tie: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which ties are there between an actor and another, in either direction?

        one -- one of the two
        other -- the other
        tie -- only ties of this type
        """
    def timeline(
        self,
        actor: str,
        other: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which ties does an actor have, in order of time?

        An event without a date is placed where the text tells it: next to the nearest dated statement in its paragraph
        (named in the column placed). That is the order of the text, not a date.

        actor -- whose ties
        other -- only those with this actor
        """
    def two_sided(
        self,
        actor: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """With whom does an actor have both cooperative and hostile ties?

        Counts only endorsed ties that no coder inferred, of the types that enter structural balance. Several mentions
        of a relation count once, and the first is shown. Both signs are shown side by side and not netted out.

        actor -- whose relations
        """
    def unbalanced_cycles(
        self,
        actor: str,
        across: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which rings of four actors with an actor are out of balance?

        Each of the four pairs has one clear sign, and the number of hostile pairs is odd. Rings with a clear tie across
        are left out, because their triads cover them; a tie across with both signs is not clear. Counts only endorsed
        ties that no coder inferred, of the types that enter structural balance. Several mentions of a relation count
        once, and the first is shown.

        actor -- one of the four
        across -- the one on the other side of the ring
        """
    def unbalanced_triads(
        self,
        actor: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which triads with an actor are unbalanced, or open because one of their relations has both signs?

        Counts only endorsed ties that no coder inferred, of the types that enter structural balance except MEMBER_OF
        (belonging to the same body does not make two actors friends). A pair has one sign, shown by its first mention.
        unbalanced: an odd number of hostile pairs. open: a pair has both signs (0), so the triad is neither balanced
        nor unbalanced. For all triads at once, use tiebook analyse balance.

        actor -- one of the three
        """
    def votes(
        self,
        one: str,
        other: str,
        first: int,
        last: int,
        *,
        source: str | None = None,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """How closely did an actor and another vote together in the UN General Assembly in each year from one year to
        another?

        distance is the difference of the two ideal points; prefer it, because agreement moves with the agenda. alike
        counts identical votes (yes, no, abstain) among the roll_calls in which both took part; absence is not a
        position. share_given is the share that the source publishes. Most resolutions are adopted without a vote. A
        session belongs to the year in which it begins.

        one -- one state
        other -- the other
        first -- the first year
        last -- the last year
        """
    def what_came_later(
        self,
        actor: str | None = None,
        partner: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What does a later source say about what an earlier one reported as denied, wanted, feared or expected?

        One row for each pair of statements, of an earlier and a later source, on the same tie between the same two
        actors, and in the same matter if both name one. told is how the earlier source told it (seen: as possible or on
        a condition); later is what the later one says about that time or after. Facts without a date cannot be placed
        and stand apart (at a time not stated). Statements that the later source does not mention have no row.

        actor -- one of the two sides
        partner -- the other side
        """
    def what_came_of_it(
        self,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What became of what was wanted, feared or expected?

        One row for each statement about a tie of the same type between the same two actors: every denial, and every
        statement in the same matter that it holds. From another source, only statements about that time or later count.
        If the sources report no outcome, there is no row.

        actor -- one of the two sides of the tie
        """
    def what_changed(
        self,
        start: date | str,
        finish: date | str,
        actor: str | None = None,
        about: str | None = None,
        tie: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Which ties began, ended or happened from one day to another?

        sure is certainly if the stated date lies wholly between the two days, and possibly if only part of it does. An
        end that no source dates is listed only if it must lie between the two days: after the stated beginning, and
        before the end of its source. Ties without any date are not listed.

        start -- the first day
        finish -- the last day
        actor -- on either side of the tie, or what a claim behind it is about
        about -- only ties of it or about it, including those of data sets (a dispute, an agreement); searches every tie
        tie -- only ties of this type
        """
    def what_depends_on_what(
        self,
        dependent: str | None = None,
        on: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who or what depends on what, and who controls it?

        dependent -- who or what depends
        on -- what it depends on
        """
    def what_eased_or_tightened(
        self,
        about: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What eased or tightened limits, pressure or concerns, and when?

        Lists causes that raise or lower something, and limits, sanctions and pressure with the day on which they begin
        or end.

        about -- an actor, issue or instrument that the limit, its cause or its object is about
        """
    def what_is_denied(
        self,
        actor: str | None = None,
        tie: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What is denied?

        actor -- either side, or a third actor that the claim is about
        tie -- only ties of this type
        """
    def what_is_feared(
        self,
        actor: str | None = None,
        about: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What does anyone fear?

        A fear is about what may happen; for dangers that someone sees now, ask who-threatens.

        actor -- who fears it
        about -- who or what would bring it about, suffer from it or be concerned by it
        """
    def what_is_possible(
        self,
        actor: str | None = None,
        mode: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What is said to be expected, possible or conditional?

        None of these counts as a tie. For what is wanted, ask who-seeks-what; for what is feared, what-is-feared.

        actor -- either side, or what the claim is about
        mode -- only expected, hypothetical or conditional
        """
    def what_limits(
        self,
        actor: str,
        partner: str,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """What limits an actor's ties with another, by factor?

        A passage that only names a factor in a list is a receipt of the factor's heading or, if no limit explains the
        factor, a limit of its own. Limits that the source states come first, then those that a holder reports, then
        those that a coder inferred.

        actor -- whose ties are limited
        partner -- the other side
        """
    def who_arms(
        self,
        recipient: str | None = None,
        supplier: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who sells or transfers arms to whom?

        Lists only transfers that a source says take place. Those that are denied, sought or expected are claims: ask
        what-is-denied, who-seeks-what or what-is-possible. A trade register's orders and its TIV tables cover the same
        transfers; deliveries and arms-on-record use the orders.

        recipient -- who receives arms
        supplier -- who supplies them
        """
    def who_attacks(
        self,
        target: str | None = None,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who uses force against whom, and according to whom?

        Lists the use of force that a source states: attacks, invasions, strikes, fighting. Threats are in who-
        threatens; conflicts lists wars and disputes of data sets by their names, with their level.

        target -- who is attacked
        actor -- who attacks
        """
    def who_balances(
        self,
        actor: str | None = None,
        target: str | None = None,
        other: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who balances against whom, and who keeps a balance or mediates between whom?

        BALANCES is against a power; BALANCES_BETWEEN and MEDIATES are between the target and others; with other, only
        those between the two.

        actor -- who balances or mediates
        target -- one of those that it balances or brings together
        other -- beside target: only what is between the two (by itself it makes nothing faster)
        """
    def who_constrains(
        self,
        target: str | None = None,
        regarding: str | None = None,
        constrainer: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who or what limits whose freedom of action?

        A passage that only names a factor in a list is a receipt of the factor's heading or, if no limit explains the
        factor, a limit of its own. Limits that the source states come first, then those that a holder reports, then
        those that a coder inferred.

        target -- whose freedom of action
        regarding -- only limits that concern this actor, instrument or issue
        constrainer -- who or what limits
        """
    def who_contradicts_whom(
        self,
        actor: str | None = None,
        tie: str | None = None,
        *,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who contradicts whom, and on what?

        One row for each pair of statements by two voices (sources, or holders within one) on the same tie between the
        same two actors, and in the same matter if both name one: who denies or disputes it, or gives it the opposite
        sign or another date. overlap says whether the two overlap in time. Where one of them has no date (time not
        stated), they may be about other times. Statements about other times are not contradictions; what-came-later
        lists what a later source says of what was denied. A spell without an end counts up to the day on which its
        source ends.

        actor -- one of the two sides
        tie -- only ties of this type
        """
    def who_cooperates(
        self,
        actor: str | None = None,
        partner: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who cooperates, makes agreements, meets or allies with whom?

        actor -- one of the two
        partner -- the other
        """
    def who_criticises(
        self,
        target: str | None = None,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who criticises or blames whom, for what, and according to whom?

        target -- who or what is criticised
        actor -- who criticises
        """
    def who_funds(
        self,
        actor: str | None = None,
        partner: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who trades with, funds or helps whom?

        actor -- who trades, invests, funds or helps
        partner -- the other side: an actor or a region
        """
    def who_is_bound(
        self,
        instrument: str | None = None,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who issued, joined or complies with what?

        A breach is coded as a denied compliance: ask what-is-denied.

        instrument -- an agreement, order, resolution or policy, or anything else that is complied with
        actor -- only what this actor issued, joined or complies with
        """
    def who_is_where(
        self,
        actor: str | None = None,
        place: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who is present where, and who controls what?

        actor -- who is present or in control
        place -- a place, a country, or a body that is controlled
        """
    def who_opposes(
        self,
        target: str | None = None,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who opposes whom, and according to whom?

        target -- who or what is opposed
        actor -- who opposes
        """
    def who_pressures(
        self,
        target: str | None = None,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who puts pressure on whom by means other than sanctions and force, and over what?

        Pressure that an actor refuses to exert, or only considers, is not a tie: ask what-is-denied or what-is-
        possible.

        target -- who is under pressure
        actor -- who exerts it
        """
    def who_refuses(
        self,
        actor: str | None = None,
        target: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who refuses what to whom?

        actor -- who refuses
        target -- who or what is refused
        """
    def who_sanctions(
        self,
        target: str | None = None,
        sender: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who sanctions whom?

        target -- who or what is under sanctions
        sender -- who imposes them
        """
    def who_seeks_what(
        self,
        actor: str | None = None,
        partner: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who wants what, and from whom?

        A wish is not a fact: these are claims in mode sought, and ties of type SEEKS. from_whom is the other side of
        the wanted tie, and concerning has the further actors that the wish concerns; outcome is what is said to have
        come of it (empty if no source says). Aims that only others ascribe to an actor are left out, unless --as-seen-
        by names those others.

        actor -- who wants it
        partner -- from whom, or whom the wish concerns
        """
    def who_supports(
        self,
        target: str | None = None,
        actor: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who supports whom, and according to whom?

        Lists political or diplomatic backing; for arms, money and deals ask who-arms, who-funds and who-cooperates.

        target -- who or what is supported
        actor -- who supports
        """
    def who_threatens(
        self,
        threatened: str | None = None,
        threat: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Who or what threatens whom, and according to whom?

        Lists threats that are uttered and dangers that someone sees; for denied dangers, ask what-is-denied.

        threatened -- who is threatened or sees the danger
        threat -- who or what the threat comes from
        """
    def why_not(
        self,
        actor: str,
        partner: str,
        tie: str | None = None,
        *,
        as_of: date | str | None = None,
        source: str | None = None,
        as_seen_by: str | None = None,
        asserted_only: bool = False,
        no_inferred: bool = False,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
    ) -> Answer:
        """Why did a possible tie between an actor and another not come about?

        For each tie that is denied or refused between the two, lists the chain: who wanted or expected it, what had
        changed, what stopped it (what is said to have influenced or limited it, why it was refused, what limits either
        of the two in this matter), who complied, and what else is said of it. A step that several denials share is
        listed once, below all of them. A refusal does not count as a reason.

        actor -- one of the two
        partner -- the other
        tie -- only denials of this type
        """
