// title: What would unlock an agreement, and what would remain
// question: On which conditions would {actor} and {partner} go further, and which limits would remain?
// note: First what is said to hold only under a condition, then the limits: on the ground of the condition, and on other grounds, which nobody says would fall with it.
// param actor: actor -- whose freedom of action
// param partner: actor -- the other side
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: part, what, condition, from_name, tie, to_name, factor, inferred, held_by, stance, since, until, in_force, quote, paragraph, source, claim
// shows: what, condition, when
// group: part
// example: --actor china --partner iran
// example: --actor china --partner iran --no-inferred
MATCH (p:Actor {id: $actor})<-[:FROM|TO]-(k:Claim {mode: 'conditional'})
WHERE $partner IN k.regarding OR EXISTS { MATCH (k)-[:FROM|TO]->(q) WHERE q.id = $partner }
WITH DISTINCT k.factor AS ground
ORDER BY ground
WITH collect(ground) AS grounds
MATCH (z:Actor {id: $actor})<-[:FROM|TO]-(c:Claim)
WHERE (c.mode = 'conditional' OR c.tie = 'CONSTRAINS' AND c.makes_tie)
  AND ($partner IN c.regarding OR EXISTS { MATCH (c)-[:FROM|TO]->(q) WHERE q.id = $partner })
  {{claim_filters c}}
WITH DISTINCT c, grounds
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Factor)
RETURN CASE WHEN c.mode = 'conditional' THEN '1 only on a condition' WHEN c.factor IN grounds THEN '2 limit on the ground of the condition' ELSE '3 limit on another ground' END AS part,
  c.gloss AS what,
  c.condition AS condition,
  a.name AS from_name,
  c.tie AS tie,
  b.name AS to_name,
  f.name AS factor,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.stance AS stance,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY part, paragraph, claim
