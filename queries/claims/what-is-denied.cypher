// title: What is denied
// question: What is said not to hold[, about {actor}][ ({tie})]?
// param actor: actor? -- one of the two sides, or the third that it is about
// param tie: tie? -- only this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: from_name, tie, to_name, mode, wanted_by, gloss, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: from_name, tie, to_name, gloss, when
// noun: denial
// example: (none)
// example: --actor iran --tie sells-arms-to
// budget: 500 ms -- without an anchor every claim is read
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $actor})<-[:FROM|TO|REGARDING]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE (c.negated OR c.stance = 'disputes')
  AND c.tie = $tie // if tie
  {{claim_filters c}}
OPTIONAL MATCH (c)-[w:BY]->(x)
WITH c, a, b, w, x
ORDER BY c.id, w.position
WITH c, a, b, collect(x.name) AS wanted_by
RETURN a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  wanted_by AS wanted_by,
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
