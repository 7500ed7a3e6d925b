"""LadybugDB's `COPY`: it reads the tables itself, into one of ties with the type as a column."""

import sys

import ladybug


def main(folder: str, target: str) -> None:
    """Load the tables of a folder into a new database file."""
    read = f'LOAD FROM "{folder}/*.csv" (HEADER=true, PARALLEL=true)'
    connection = ladybug.Connection(ladybug.Database(target))
    connection.execute("CREATE NODE TABLE Actor(id STRING PRIMARY KEY)")
    connection.execute(
        "CREATE REL TABLE Tie(FROM Actor TO Actor, type STRING, id STRING, record STRING, gloss STRING, since STRING,"
        " until STRING, quote STRING, sign INT64, since_earliest DATE, since_latest DATE, until_earliest DATE,"
        " until_latest DATE, source STRING, held_by STRING, endorsed BOOL, inferred BOOL, confidence DOUBLE)"
    )
    connection.execute(f"COPY Actor FROM ({read} UNWIND [source, target] AS id RETURN DISTINCT id)")
    connection.execute(
        f"COPY Tie FROM ({read} RETURN source, target, type, concat(type, '/made_up/', CAST(record AS STRING)),"
        " CAST(record AS STRING), concat(source, ' ', lower(type), ' ', target), CAST(since AS STRING),"
        " CAST(until AS STRING), quote, CAST(sign AS INT64), CAST(since_earliest AS DATE), CAST(since_latest AS DATE),"
        " CAST(until_earliest AS DATE), CAST(until_latest AS DATE), 'made_up', 'A made-up register', true, false,"
        " CAST(1.0 AS DOUBLE))"
    )
    connection.execute("CHECKPOINT")
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
