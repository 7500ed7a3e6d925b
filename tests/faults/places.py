"""Where a trial is held: a folder with a KGLite file in it, or a Neo4j server; both with a data and a cache folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.servers import Server, wipe


@dataclass(slots=True)
class Place:
    """A database and the folders beside it. All that a trial writes lies below `folder`, or on the server."""

    folder: Path
    server: Server | None = None
    uri: str | None = None  # another way to the server: through a proxy
    patience: int = 10  # seconds for which a command tries again on that way
    _emptied: int = 0

    @property
    def name(self) -> str:
        """The engine."""
        return "kglite" if self.server is None else self.server.version

    @property
    def file(self) -> Path:
        """The database file, on the embedded engine."""
        return self.folder / "db" / "graph.kgl"

    @property
    def environment(self) -> dict[str, str]:
        """What `tiebook` reads to find the place."""
        own = {"XDG_DATA_HOME": str(self.folder / "data"), "XDG_CACHE_HOME": str(self.folder / "cache")}
        if self.server is None:
            return own | {"TIEBOOK_DB": str(self.file)}
        return (
            own
            | self.server.environment
            | ({"NEO4J_URI": self.uri, "TIEBOOK_RETRY_SECONDS": str(self.patience)} if self.uri else {})
        )

    @property
    def direct(self) -> dict[str, str]:
        """The same without the proxy: for the look at what a fault has left."""
        return self.environment | (self.server.environment if self.server else {})

    def empty(self) -> None:
        """Take away all that is here: files, and on a server the data, one time in five its constraints and indexes too."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in self.folder.iterdir():  # the folder itself may be a mount
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for name in ("db", "data", "cache", "out"):
            (self.folder / name).mkdir()
        if self.server is not None and self._emptied % 5 == 0:
            wipe(self.server)
        elif self.server is not None:
            with self.server.driver().session(database="neo4j") as session:
                # ties first: those of some actors alone are more than a transaction holds
                session.run("MATCH ()-[t]->() CALL (t) { DELETE t } IN TRANSACTIONS OF 20000 ROWS").consume()
                session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
        self._emptied += 1

    def names(self) -> list[str]:
        """Return the names of the files that are here."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())
