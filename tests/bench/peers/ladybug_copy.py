"""LadybugDB's `COPY`: it reads the tables itself, into one of ties with the type as a column."""

import sys

import ladybug


def main(folder: str, target: str) -> None:
    """Load the tables of a folder into a new database file."""
    read = f'LOAD FROM "{folder}/*.csv" (HEADER=true, PARALLEL=true)'
    connection = ladybug.Connection(ladybug.Database(target))
    connection.execute("CREATE NODE TABLE Actor(id STRING PRIMARY KEY)")
    connection.execute(
        "CREATE REL TABLE Tie(FROM Actor TO Actor, type STRING, record STRING, since STRING, until STRING,"
        " quote STRING, sign INT64)"
    )
    connection.execute(f"COPY Actor FROM ({read} UNWIND [source, target] AS id RETURN DISTINCT id)")
    connection.execute(
        f"COPY Tie FROM ({read} RETURN source, target, type, CAST(record AS STRING), CAST(since AS STRING),"
        " CAST(until AS STRING), quote, CAST(sign AS INT64))"
    )
    connection.execute("CHECKPOINT")
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
