// title: Ties between two actors
// question: Which ties[ ({tie})] hold between {one} and {other}, in both directions?
// param one: actor -- one of the two
// param other: actor -- the other
// param tie: tie? -- only ties of this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: from_actor, tie, to_actor, sign, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: from_actor, tie, to_actor, gloss, when
// noun: tie
// example: --one china --other iran
// example: --one china --other united-states --tie opposes
MATCH (one:Actor {id: $one})-[t]-(other:Actor {id: $other})
WHERE t.endorsed IS NOT NULL
  AND type(t) = $tie // if tie
  {{filters t}}
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
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY tie, from_actor, paragraph, tie_id
