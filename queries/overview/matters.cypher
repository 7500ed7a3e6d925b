// title: What is said about a matter
// question: Which ties and claims concern {about}, as an end or as what they are about?
// param about: entity -- an actor, instrument, event, place, factor or issue
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: roles, from_name, tie, to_name, mode, negated, gloss, inferred, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: roles, from_name, tie, to_name, gloss
// noun: claim
// example: --about jcpoa
// example: --about arms-sales-to-iran
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $about})<-[r:FROM|TO|REGARDING|VIA|BECAUSE_OF]-(c:Claim)
WHERE c.source IS NOT NULL
  {{claim_filters c}}
WITH c, type(r) AS role
ORDER BY c.id, role
WITH c, collect(DISTINCT role) AS roles
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
RETURN roles AS roles,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  c.negated AS negated,
  c.gloss AS gloss,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
