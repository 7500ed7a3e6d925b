// title: What would unlock closer ties, and what would remain
// question: Under which conditions would {actor} and {partner} go further, and which limits would remain?
// note: First come statements that hold only under a condition, then the limits that would fall away with it: those that the condition is about, and those that are coded as depending on them (rests_on). Last come the limits that no source says would fall away.
// param actor: actor -- whose freedom of action
// param partner: actor -- the other side
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: part, what, condition, rests_on, from_name, tie, to_name, factor, inferred, held_by, stance, since, until, in_force, ground_claim, quote, paragraph, source, claim
// shows: what, condition, rests_on, when
// group: part
// example: --actor china --partner iran
// example: --actor china --partner iran --no-inferred
// also: by whom is {actor} ~
// also: on which conditions would {actor} and {partner} go further
// also: what would have to happen for {actor} and {partner} to cooperate; what would unlock {actor} and {partner}
// also: if that were gone, what would still hold {actor} back with {partner}
// also: which limits would remain between {actor} and {partner}; what would remain
// also: what would make {actor} support {partner}; what would get {actor} to help {partner}; what could persuade {actor} to arm {partner}
// also: what would lead {actor} to ally with {partner}; what would make {actor} sell arms to {partner}; what could bring {actor} to aid {partner}
// also: preconditions of {actor} for closer ties with {partner}; what would it take for {actor} to work with {partner}
// also: what must change before {actor} and {partner} deepen ties; under what circumstances would {actor} help {partner}
// also: if sanctions were lifted what would remain; what must be in place before {actor} and {partner} can cooperate more
// also: what has to change before {actor} and {partner}; on which terms would {actor} work with {partner}
// also: if {actor} and {partner} were free of it, what limits would stay
// also: condition, precondition, prerequisite, unlock, remain, would remain, have to happen, would it take, what it takes
// also: must change, go further, under which circumstances, circumstances, depend, provided, lifted, revived, if
// also: still hold back, obstacle gone, deepen, requirement, in place, has to, terms, stipulation, proviso, assumption
// also: contingent, hinges, stay, persist, left over, still, loosen, breakthrough, game changer, more, further, upgrade
// also: expand, closer, hold back, held back
// also: what would have to happen for {actor} and {partner} to deepen defence ties; defence ties, military ties, military cooperation
MATCH (p:Actor {id: $actor})<-[:FROM|TO]-(k:Claim {mode: 'conditional'})
WHERE $partner IN k.regarding OR EXISTS { MATCH (k)-[:FROM|TO]->(q) WHERE q.id = $partner }
OPTIONAL MATCH (k)-[:ABOUT]->(m:Claim)
WITH DISTINCT m.id AS lifted_id
ORDER BY lifted_id
WITH collect(lifted_id) AS lifted
MATCH (z:Actor {id: $actor})<-[:FROM|TO]-(c:Claim)
WHERE (c.mode = 'conditional' OR c.tie = 'CONSTRAINS' AND c.makes_tie)
  AND ($partner IN c.regarding OR EXISTS { MATCH (c)-[:FROM|TO]->(q) WHERE q.id = $partner })
  {{claim_filters c}}
WITH DISTINCT c, lifted
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Factor)
OPTIONAL MATCH (c)-[:BECAUSE_OF]->(:Factor)-[:PART_OF]->(whole:Factor)
WITH c, lifted, a, b, coalesce(whole.id, f.id) AS factor_id, coalesce(whole.name, f.name) AS factor, c.source + ' ' + toString(c.paragraph) + ' ' + c.quote AS passage
OPTIONAL MATCH (a)<-[:FROM]-(d:Claim {tie: 'DEPENDS_ON'})-[:TO]->(x)
WHERE d.makes_tie
  AND NOT d.inferred // if no_inferred
OPTIONAL MATCH (x)<-[:FROM]-(l:Claim {tie: 'CONSTRAINS'})
WHERE l.id IN lifted
WITH c, lifted, a, b, factor_id, factor, passage, CASE WHEN l.id IS NOT NULL THEN x.name END AS ground, CASE WHEN l.id IS NOT NULL THEN d.id END AS ground_id
ORDER BY c.id, ground, ground_id
WITH c, lifted, a, b, factor_id, factor, passage, collect(DISTINCT ground) AS grounds, collect(DISTINCT ground_id) AS ground_ids
ORDER BY c.paragraph, c.id
WITH collect([c, a, b, factor_id, factor, passage, c.id IN lifted, grounds, ground_ids]) AS found, collect(CASE WHEN c.mode = 'actual' THEN [factor_id, passage] END) AS passages
UNWIND found AS each
WITH each[0] AS c, each[1] AS a, each[2] AS b, each[3] AS factor_id, each[4] AS factor, each[6] AS lifted, each[7] AS grounds, each[8] AS ground_ids, coalesce(each[1].id = each[3], false) AND size([p IN passages WHERE p[1] = each[5] AND p[0] <> each[3]]) > 0 AS names_only
ORDER BY c.paragraph, c.id
WITH collect([c, a, b, factor_id, factor, lifted, grounds, ground_ids, names_only]) AS found, collect(CASE WHEN NOT names_only AND c.mode = 'actual' THEN factor_id END) AS explained
UNWIND [each IN found WHERE NOT each[8] OR NOT each[3] IN explained] AS each
WITH each[0] AS c, each[1] AS a, each[2] AS b, each[4] AS factor, each[5] AS lifted, each[6] AS grounds, each[7] AS ground_ids
RETURN CASE WHEN c.mode = 'conditional' THEN 'only on a condition' WHEN lifted OR size(grounds) > 0 THEN 'would fall away with the condition' ELSE 'would remain' END AS part,
  c.gloss AS what,
  c.condition AS condition,
  CASE WHEN c.mode = 'conditional' THEN [] WHEN lifted THEN [a.name] ELSE grounds END AS rests_on,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  factor AS factor,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.stance AS stance,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  ground_ids AS ground_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY part, c.paragraph, claim
