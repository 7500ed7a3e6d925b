// title: What limits the ties of two actors
// question: What limits {actor}'s ties with {partner}, by factor?
// note: Explicit limits come first; those that a coder inferred have inferred = yes.
// param actor: actor -- whose ties are limited
// param partner: actor -- the other side
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: factor, sub_factor, inferred, constrainer, constraint, gloss, held_by, since, until, in_force, quote, paragraph, source, claim
// example: --actor china --partner iran
MATCH (a)-[t:CONSTRAINS]->(b:Actor {id: $actor})
WHERE $partner IN t.regarding
  AND t.superseded_by IS NULL // if not source
  AND t.source = $source // if source
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.endorsed // if asserted_only
  AND NOT t.inferred // if no_inferred
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
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
  CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.claim AS claim
ORDER BY factor, inferred, paragraph, claim
