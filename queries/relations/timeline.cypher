// title: What happened when
// question: Which dated ties does {actor} have[ with {other}], in order of time?
// param actor: actor -- whose ties
// param other: actor? -- only those with this actor
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: since, until, from_name, tie, to_name, gloss, held_by, in_force, quote, paragraph, source, record, tie_id
// shows: when, from_name, tie, to_name, gloss
// noun: tie
// example: --actor china --other iran
// example: --actor iran
MATCH (actor:Actor {id: $actor})-[t]-(other)
WHERE t.endorsed IS NOT NULL AND (t.since_earliest IS NOT NULL OR t.until_latest IS NOT NULL)
  AND other.id = $other // if other
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
RETURN t.since AS since,
  t.until AS until,
  a.name AS from_name,
  type(t) AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  t.gloss AS gloss,
  t.held_by AS held_by,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY coalesce(t.since_earliest, t.until_earliest, t.until_latest), coalesce(t.until_latest, t.until_earliest, t.since_latest), tie_id
