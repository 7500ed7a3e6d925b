"""The server engine: Neo4j 5.26 LTS and 2026.x through the official driver."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, Final

from tiebook import errors
from tiebook.engine.address import without_options
from tiebook.engine.base import Limits, Result, Table, Writer
from tiebook.engine.guard import check_read_only
from tiebook.engine.meta import unmarked
from tiebook.engine.neo4j.adopt import adopt, is_unmarked
from tiebook.engine.neo4j.connection_errors import reason
from tiebook.engine.neo4j.deadline import within
from tiebook.engine.neo4j.ownership import OWN, OWN_META, confined
from tiebook.engine.neo4j.schema import make_schema
from tiebook.engine.neo4j.writer import Neo4jWriter, table, table_within
from tiebook.engine.portability import check_portable
from tiebook.model.version import MODEL_VERSION

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

RETRY_SECONDS: Final = 120.0  # several loads wait for one another
_CONNECT_SECONDS: Final = 10.0
_SECONDS_TO_ANSWER: Final = 3.0  # what a server may take to end a query that is over its time
_TRIES: Final = 4  # to reach a server that answers with passing faults
_SETTLED: Final = 300  # milliseconds after which a commit is certainly done
_SECONDS_TO_SETTLE: Final = 3.0
_ROWS_FETCHED: Final = 100  # at a time of an ad-hoc answer, whose rows may be long
# how many nodes there are, and how many of them are ours: the server keeps both counts
_COUNTS: Final = " UNION ALL ".join(
    f"MATCH (n{label}) WITH count(n) AS count RETURN count, null AS milliseconds"
    for label in ("", f":{OWN}", f":{OWN_META}")
)
_REVISION: Final = (
    f"MATCH (m:{OWN_META} {{id: 'model'}}) RETURN m.revision AS count, timestamp() - m.revised AS milliseconds"
)


class Neo4jEngine:
    """A Tiebook graph in a Neo4j database."""

    name = "neo4j"
    most_ties: int | None = 50_000  # of some 25 properties each: about 200 MiB of the server's heap
    workers: int = 2

    def __init__(
        self, uri: str, user: str, password: str, database: str | None = None, retry_seconds: float = RETRY_SECONDS
    ) -> None:
        """Set the address and login; the first query connects.

        retry_seconds -- for how long a transaction is tried again after passing faults
        """
        self.place = without_options(uri)
        self.seconds: float | None = None
        self._uri = uri
        self._auth = (user, password)
        self._database = database
        self._retry_seconds = retry_seconds
        self._driver: Driver | None = None
        self._bookmarks: Any = None
        self._prepared = False
        self._is_new = False
        self._others = 0  # nodes that are not Tiebook's

    def version(self) -> str:
        """Return the server's version."""
        with _translated(self.place):
            agent = str(self._connect().get_server_info().agent)
        return agent.removeprefix("Neo4j/")

    def exists(self) -> bool:
        """Return whether the database holds a Tiebook graph."""
        return bool(self.read("MATCH (m:Meta) RETURN m.id AS id").rows)

    def notice(self) -> str | None:
        """Return what is to be said where this engine has just made the schema beside what is not Tiebook's."""
        if not (self._is_new and self._others):
            return None
        return (
            f"{self.place} also holds {self._others:,} nodes that are not Tiebook's; they are left alone, and answers leave"
            f" them out. Tiebook's have the label {OWN}; a database of its own (NEO4J_DATABASE) keeps the two apart."
        )

    def others(self) -> int:
        """Return how many nodes the database holds that are not Tiebook's, as last seen."""
        with _translated(self.place):
            self._connect()
        return self._others

    def unmarked(self) -> bool:
        """Return whether the graph was made by Tiebook 0.1, which did not mark its nodes as its own."""
        with self._session("READ") as session:
            return session.execute_read(is_unmarked)

    def adopt(self) -> bool:
        """Mark the nodes of such a graph; return whether there was one."""
        if not self.unmarked():
            return False
        with self._session("WRITE") as session:
            adopt(session, self.place)
        self.revision()
        return True

    def revision(self, *, settled: bool = False) -> int | None:
        """Return the number of the last change (`Neo4jWriter.bump`): a server shows each query what is committed meanwhile.

        settled -- and while it is being committed, parts of it: wait until that is well over
        """
        patience = time.monotonic() + _SECONDS_TO_SETTLE
        while True:
            rows = self._read(f"{_COUNTS} UNION ALL {_REVISION}", {}).rows
            self._others = _others([row[0] for row in rows])
            revision: int | None
            revision, milliseconds = rows[3] if len(rows) > 3 else (None, None)  # noqa: PLR2004 -- after three counts
            if not settled or milliseconds is None or milliseconds >= _SETTLED or time.monotonic() > patience:
                return revision
            time.sleep(_SETTLED / 1000)

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a trusted read query; in a cluster it may go to a follower that knows our own writes."""
        with _translated(self.place):
            self._connect()
        return self._read(confined(cypher, shared=self._others > 0), params)

    def _read(self, cypher: str, params: Mapping[str, Any] | None) -> Table:
        def work(transaction: ManagedTransaction) -> Table:
            return table(transaction.run(cypher, dict(params or {})))

        if self.seconds is not None:
            from neo4j import unit_of_work  # noqa: PLC0415 -- the driver is there by then

            work = unit_of_work(timeout=self.seconds)(work)
        with self._session("READ") as session:
            return session.execute_read(work)

    def read_untrusted(self, cypher: str, params: Mapping[str, Any] | None, limits: Limits) -> Table:
        """Run a guarded query once, in read mode; rows beyond the limit are not fetched.

        The server ends it at the time limit, and where it does not, nobody waits for it.
        """
        check_read_only(cypher)
        check_portable(cypher, params)
        with _translated(self.place):
            driver = self._connect()
        own = confined(cypher, shared=self._others > 0)

        def work() -> Table:
            with (
                self._session("READ", fetch_size=_ROWS_FETCHED) as session,
                session.begin_transaction(timeout=limits.seconds) as transaction,
            ):
                return table_within(transaction.run(own, dict(params or {})), limits.rows)

        try:
            return within(limits.seconds + _SECONDS_TO_ANSWER, work, given_up=driver.close)
        except TimeoutError:
            self._driver = None  # its connection hangs in the query; what comes next has one of its own
            raise errors.LimitReached(
                f"the server did not end the query after {limits.seconds:g} s; it may go on there",
                hint="SHOW TRANSACTIONS on the server lists it",
            ) from None

    def prepare(self) -> None:
        """Make constraints and indexes, where no load of this model version has been here yet."""
        if self._prepared:
            return
        if not self.read(
            "MATCH (m:Meta {id: 'model', model: $version}) RETURN 1 AS found", {"version": MODEL_VERSION}
        ).rows:
            if self.unmarked():
                raise unmarked(self.place)
            with self._session("WRITE") as session:
                make_schema(session, self.place)
            self._is_new = True
        self._prepared = True

    def hold(self) -> AbstractContextManager[None]:
        """Nothing to do: transactions lock what they change."""
        return nullcontext()

    def rehearse(self, work: Callable[[Writer], Result]) -> Result:
        """Run `work` in a transaction, which it ends by raising."""
        return self.write(work)

    def write(self, work: Callable[[Writer], Result]) -> Result:
        """Run `work` in one transaction; the driver runs it again after passing faults, for some minutes at most."""
        self.prepare()
        with self._session("WRITE") as session:
            return session.execute_write(lambda transaction: self._worked(work, transaction))

    def _worked(self, work: Callable[[Writer], Result], transaction: ManagedTransaction) -> Result:
        """Do the work; a server that refuses writes is not asked again. With routing, the driver finds the new leader instead."""
        from neo4j.exceptions import WriteServiceUnavailable  # noqa: PLC0415 -- the driver is there by then

        try:
            return work(Neo4jWriter(transaction))
        except WriteServiceUnavailable:  # the driver's name for it, with an address that has no other members
            raise _no_writes(self.place) from None

    def close(self) -> None:
        """Close all connections."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def _connect(self) -> Driver:
        if self._driver is None:
            import neo4j  # noqa: PLC0415 -- half a second, only for those who use a server

            self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
            driver = neo4j.GraphDatabase.driver(
                self._uri,
                auth=self._auth,
                connection_timeout=_CONNECT_SECONDS,
                max_transaction_retry_time=self._retry_seconds,
                notifications_min_severity="OFF",
                user_agent="tiebook",
            )
            try:
                # A server that is not there is said at once, not after all retries. And the home database gets its name: as
                # long as it has none, the driver asks the one address in NEO4J_URI for it before every session.
                with driver.session(database=self._database, default_access_mode="READ") as session:
                    self._database, self._others = _answered(session)
            except BaseException:
                driver.close()
                raise
            self._driver = driver
        return self._driver

    @contextmanager
    def _session(self, mode: str, fetch_size: int = 1000) -> Iterator[Session]:
        with _translated(self.place):
            driver = self._connect()
            with driver.session(
                database=self._database,
                default_access_mode=mode,
                bookmark_manager=self._bookmarks,
                fetch_size=fetch_size,
            ) as session:
                yield session


def _answered(session: Session) -> tuple[str | None, int]:
    """Ask for little, again after a passing fault; return the database that answered, and how many nodes are not Tiebook's."""
    from neo4j.exceptions import TransientError  # noqa: PLC0415

    for _ in range(_TRIES - 1):
        with suppress(TransientError):
            return _counted(session)
        time.sleep(_SETTLED / 1000)
    return _counted(session)


def _counted(session: Session) -> tuple[str | None, int]:
    result = session.run(_COUNTS)
    counts = [record[0] for record in result]
    return result.consume().database, _others(counts)


def _others(counts: list[Any]) -> int:
    """Return how many nodes are not Tiebook's: counts are of all, of those that are, and of the Meta node."""
    total, own, meta = counts[:3]
    return int(total - own - meta)


@contextmanager
def _translated(place: str) -> Iterator[None]:
    """Turn the driver's failures into our own words, which never contain a password."""
    from neo4j import exceptions as driver  # noqa: PLC0415

    try:
        yield
    except driver.AuthError:
        raise errors.LoginRefused(
            f"{place} refuses the login", hint="check NEO4J_USERNAME and NEO4J_PASSWORD"
        ) from None
    except (driver.ServiceUnavailable, driver.SessionExpired, driver.ConfigurationError) as error:
        why, hint = reason(error)
        raise errors.ServerUnreachable(f"{place} does not answer: {why}", hint=hint) from None
    except driver.ClientError as error:
        raise _refused(place, error.code or "", _first_line(error)) from None
    except driver.ForbiddenOnReadOnlyDatabase:
        raise _no_writes(place) from None
    except driver.TransientError as error:
        if "Memory" in (error.code or ""):
            raise errors.LimitReached(f"the query was stopped: {_first_line(error)}") from None
        raise errors.ServerUnreachable(f"{place} is too busy: {_first_line(error)}", hint="try again") from None
    except driver.Neo4jError as error:
        raise errors.QueryFailed(f"the query failed: {_first_line(error)}") from None
    except driver.BrokenRecordError:
        raise errors.QueryFailed("the query failed: " + errors.NO_VALUE) from None
    except UnicodeEncodeError:
        raise errors.QueryFailed("the query failed: " + errors.NO_TEXT) from None


def _refused(place: str, code: str, line: str) -> errors.TiebookError:
    """Return in our own words what a server found wrong with what it was asked, by its code and its own first line."""
    if "TransactionTimedOut" in code or "Terminated" in code:
        return errors.LimitReached("the query was stopped at its time limit", hint="bound its paths or add LIMIT")
    if "AccessMode" in code:
        return errors.WriteRefused("refused: the query writes", hint="queries may only read")
    if "ReadOnly" in code:
        return _no_writes(place)
    if "ConstraintValidation" in code:
        return errors.IdClash(line)
    if "DatabaseNotFound" in code:
        return errors.DatabaseMissing(f"{place}: {line}", hint="check NEO4J_DATABASE")
    return errors.QueryFailed(f"the query failed: {line}")


def _no_writes(place: str) -> errors.StorageFailed:
    return errors.StorageFailed(
        f"{place} takes no writes: it is read-only, or not the leader of its cluster",
        hint="see server.databases.default_to_read_only and read_only in its settings; a neo4j:// address finds the leader",
    )


def _first_line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error)
    return str(text).strip().splitlines()[0] if str(text).strip() else type(error).__name__
