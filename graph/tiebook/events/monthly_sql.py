"""The rules by which GDELT's events are aggregated, in DuckDB's SQL: those of loaders/gdelt/read.py and events.py.

The parts in braces of `SOURCE` and `READ` are filled in; texts of other people's never are.
"""

from __future__ import annotations

from typing import Final

from tiebook.events import gdelt
from tiebook.sources.report import UNRESOLVED

SAMPLE: Final = 5  # record ids that a tie names

# what becomes of a report: a reason to leave it out, or the ids of its two actors
READ: Final = f"""
SELECT event, day, added, DATEADDED AS stamp, score,
  CASE
    WHEN added - day > {gdelt.BACK.days} THEN '{gdelt.BACKDATED}'
    WHEN NOT (has1 AND has2) THEN '{gdelt.ONE_SIDE}'
    WHEN one IS NULL AND region1 THEN '{gdelt.REGION}'
    WHEN one IS NULL AND country1 = '' THEN '{gdelt.GROUP}'
    WHEN one IS NULL THEN '{UNRESOLVED}'
    WHEN two IS NULL AND region2 THEN '{gdelt.REGION}'
    WHEN two IS NULL AND country2 = '' THEN '{gdelt.GROUP}'
    WHEN two IS NULL THEN '{UNRESOLVED}'
    WHEN one = two THEN '{gdelt.DOMESTIC}'
  END AS skipped,
  one, two, type,
  hash(code1, code2, plain) AS report,
  CASE WHEN mutual AND story <> '' THEN hash(least(code1, code2), greatest(code1, code2), type, story) END AS twin
FROM (
  SELECT reports.*, coalesce(g1.actor, c1.actor) AS one, coalesce(g2.actor, c2.actor) AS two,
    country1 IN (FROM regions) AS region1, country2 IN (FROM regions) AS region2,
    (country1 NOT IN (FROM missing) OR group1 NOT IN (FROM missing)) AS has1,
    (country2 NOT IN (FROM missing) OR group2 NOT IN (FROM missing)) AS has2,
    coalesce(codes.plain, reports.given) AS plain, codes.type AS type, coalesce(codes.mutual, false) AS mutual
  FROM ({{source}}) AS reports
  LEFT JOIN actors AS g1 ON g1.known = 'group' AND g1.code = group1 AND day BETWEEN g1.since AND g1.until
  LEFT JOIN actors AS c1 ON c1.known = 'country' AND c1.code = country1 AND day BETWEEN c1.since AND c1.until
  LEFT JOIN actors AS g2 ON g2.known = 'group' AND g2.code = group2 AND day BETWEEN g2.since AND g2.until
  LEFT JOIN actors AS c2 ON c2.known = 'country' AND c2.code = country2 AND day BETWEEN c2.since AND c2.until
  LEFT JOIN codes ON codes.given = reports.given
)
"""  # noqa: S608 -- our own constants
SOURCE: Final = """
SELECT GLOBALEVENTID::BIGINT AS event, DATEADDED, make_date(SQLDATE // 10000, SQLDATE // 100 % 100, SQLDATE % 100) AS day,
  make_date((whole // 10000)::INT, (whole // 100 % 100)::INT, (whole % 100)::INT) AS added, GoldsteinScale::DOUBLE AS score,
  coalesce(trim(Actor1Code), '') AS code1, coalesce(trim(Actor2Code), '') AS code2,
  coalesce(trim(Actor1CountryCode), '') AS country1, coalesce(trim(Actor2CountryCode), '') AS country2,
  coalesce(trim(Actor1KnownGroupCode), '') AS group1, coalesce(trim(Actor2KnownGroupCode), '') AS group2,
  coalesce(trim(EventCode), '') AS given, coalesce(trim({story}), '') AS story
FROM (
  SELECT * REPLACE (SQLDATE::INT AS SQLDATE, DATEADDED::BIGINT AS DATEADDED),
    CASE WHEN DATEADDED::BIGINT > 99999999 THEN DATEADDED::BIGINT // 1000000 ELSE DATEADDED::BIGINT END AS whole
  FROM {table}
)
"""
# the first report of an event counts: of the same day, parties and code; or of the twin of a type without direction
MONTH: Final = f"""
INSERT INTO ties
SELECT month, one, two, type, min(day), max(day), count(*), sum(count(*)) OVER (PARTITION BY one, two), avg(score::DECIMAL(9, 4)),
  array_to_string(arg_min(event, (stamp, event), {SAMPLE}), ';')
FROM (
  SELECT *,
    row_number() OVER (PARTITION BY day, report ORDER BY stamp, event) AS nth,
    CASE WHEN twin IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY day, twin ORDER BY stamp, event) END AS nth_twin
  FROM reports WHERE month = $month
)
WHERE nth = 1 AND nth_twin = 1
GROUP BY month, one, two, type
"""  # noqa: S608
RESULT: Final = """
SELECT strftime(month, '%Y-%m') AS month, a.id AS source, b.id AS target, type, first, last, events AS count, total,
  mean, records, (SELECT min(added) FROM days) AS covers_since, (SELECT max(added) FROM days) AS covers_until,
  (SELECT count(*) FROM days) AS days
FROM ties JOIN ids AS a ON a.number = one JOIN ids AS b ON b.number = two
WHERE type IS NOT NULL
ORDER BY month, source, target, type
"""
COUNTS: Final = """
SELECT count(*) FILTER (type IS NOT NULL), coalesce(sum(events) FILTER (type IS NOT NULL), 0)::BIGINT,
  coalesce(sum(events) FILTER (type IS NULL), 0)::BIGINT
FROM ties
"""
REPEATED: Final = "a report of the same event, or its twin the other way round"
UNTYPED: Final = "without a type of tie; counted in the totals of its pair"
