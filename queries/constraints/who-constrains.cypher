// title: Who constrains whom
// question: Who or what limits {target}'s freedom of action[, about {regarding}]?
// param target: actor -- whose freedom of action
// param regarding: entity? -- only limits that concern this actor, instrument or issue
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: constrainer, mechanism, constraint, factor, via, held_by, inferred, since, until, in_force, quote, paragraph, source, claim
// shows: constrainer, via, when
// group: factor, strongest first
// noun: limit
// example: --target china --regarding iran
// example: --target china --as-of 2020-10-19
MATCH (a)-[t:CONSTRAINS]->(b:Actor {id: $target})
WHERE t.endorsed IS NOT NULL
  AND $regarding IN t.regarding // if regarding
  {{filters t}}
WITH a, t, t.factor AS factor_id, t.claim AS claim_id
OPTIONAL MATCH (f:Factor {id: factor_id})
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, t, f, v, i
ORDER BY t.id, v.position
WITH a, t, f, collect(i.name) AS via
RETURN a.name AS constrainer,
  t.mechanism AS mechanism,
  t.constraint AS constraint,
  f.name AS factor,
  via AS via,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.claim AS claim
ORDER BY inferred, factor, constrainer, claim
