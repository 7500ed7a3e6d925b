// title: Who seeks what
// question: [What does {actor} want|Who wants what], from whom?
// note: Wanted is not had: these are claims in mode sought, and ties of type SEEKS.
// param actor: actor? -- who wants
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: seekers, tie, from_name, to_name, negated, gloss, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: seekers, gloss, when
// noun: aim
// example: (none)
// example: --actor iran
// example: --actor china
// budget: 500 ms -- without an anchor every claim is read
MATCH (:Actor {id: $actor})<-[:BY|FROM]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE (c.mode = 'sought' OR c.tie = 'SEEKS' AND c.mode = 'actual')
  AND ($actor IN c.by OR c.mode = 'actual' AND a.id = $actor) // if actor
  {{claim_filters c}}
OPTIONAL MATCH (c)-[w:BY]->(x)
WITH c, a, b, w, x
ORDER BY c.id, w.position
WITH c, a, b, collect(x.name) AS wanting
RETURN CASE WHEN c.mode = 'sought' THEN wanting ELSE [a.name] END AS seekers,
  c.tie AS tie,
  a.name AS from_name,
  coalesce(b.gloss, b.name) AS to_name,
  c.negated AS negated,
  c.gloss AS gloss,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
