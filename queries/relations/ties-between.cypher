// title: Ties between two actors
// question: Which ties hold between {one} and {other}, in both directions?
// param one: actor -- one of the two
// param other: actor -- the other
// param tie: tie? -- only ties of this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: from_actor, tie, to_actor, sign, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// example: --one china --other iran
// example: --one china --other united-states --tie opposes
MATCH (one:Actor {id: $one})-[t]-(other:Actor {id: $other})
WHERE t.endorsed IS NOT NULL
  AND t.superseded_by IS NULL // if not source
  AND type(t) = $tie // if tie
  AND t.source = $source // if source
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.endorsed // if asserted_only
  AND NOT t.inferred // if no_inferred
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
RETURN a.name AS from_actor,
  type(t) AS tie,
  b.name AS to_actor,
  t.sign AS sign,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.endorsed AS endorsed,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY tie, from_actor, paragraph, tie_id
