// title: What limits the ties of two actors
// question: What limits {actor}'s ties with {partner}, by factor?
// note: Explicit limits come first; those that a coder inferred have inferred = yes.
// param actor: actor -- whose ties are limited
// param partner: actor -- the other side
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: factor, sub_factor, inferred, constrainer, constraint, gloss, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: constrainer, sub_factor, gloss, when
// group: factor, strongest first
// noun: limit
// example: --actor china --partner iran
MATCH (a)-[t:CONSTRAINS]->(b:Actor {id: $actor})
WHERE $partner IN t.regarding
  {{filters t}}
WITH a, t, t.factor AS factor_id
OPTIONAL MATCH (f:Factor {id: factor_id})
OPTIONAL MATCH (f)-[:PART_OF]->(whole:Factor)
OPTIONAL MATCH (a)-[:PART_OF]->(above:Factor)
RETURN coalesce(whole.name, f.name) AS factor,
  CASE WHEN whole.id IS NOT NULL THEN f.name WHEN above.id IS NOT NULL THEN a.name END AS sub_factor,
  t.inferred AS inferred,
  a.name AS constrainer,
  t.constraint AS constraint,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.claim AS claim
ORDER BY factor, inferred, paragraph, claim
