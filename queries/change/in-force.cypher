// title: What was in force on a day
// question: Which ties held on {day}, between whom?
// note: holds says certainly, possibly, unknown (after the source ends) or undated.
// param day: date -- the day
// param actor: entity? -- one of the two sides, or what the tie is about
// param tie: tie? -- only ties of this type
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: holds, from_name, tie, to_name, regarding, gloss, held_by, inferred, since, until, quote, paragraph, source, record, tie_id
// example: --day 2020-10-19 --actor iran
// example: --day 2015-11-01 --tie party-to
// budget: 1500 ms
MATCH (a)-[t]->(b)
WHERE t.endorsed IS NOT NULL
  AND (t.since_earliest IS NULL OR t.since_earliest <= $day) AND (t.until_latest IS NULL OR t.until_latest >= $day)
  AND ($actor IN [a.id, b.id] OR $actor IN t.regarding) // if actor
  AND type(t) = $tie // if tie
  AND t.source = $source // if source
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.endorsed // if asserted_only
  AND NOT t.inferred // if no_inferred
RETURN CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $day AND t.until_earliest >= $day THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $day THEN 'unknown' ELSE 'possibly' END AS holds,
  a.name AS from_name,
  type(t) AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  t.regarding AS regarding,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY holds, from_name, tie, to_name, tie_id
