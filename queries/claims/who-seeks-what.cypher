// title: Who seeks what
// question: [What does {actor} want from {partner}|What does {actor} want, and from whom|Who wants what from {partner}|Who wants what, and from whom]?
// note: A wish is not a fact: these are claims in mode sought, and ties of type SEEKS. from_whom is the other side of the wanted tie, and concerning has the further actors that the wish concerns; outcome is what is said to have come of it (empty if no source says). Aims that only others ascribe to an actor are left out, unless --as-seen-by names those others.
// param actor: actor? -- who wants it
// param partner: actor? -- from whom, or whom the wish concerns
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: seekers, tie, from_name, to_name, from_whom, concerning, negated, gloss, outcome, held_by, since, until, in_force, outcome_claim, quote, paragraph, source, claim
// shows: seekers, gloss, from_whom, concerning, outcome, when
// noun: aim
// example: (none)
// example: --actor iran
// example: --actor china
// example: --actor iran --partner china
// example: --partner united-states
// budget: 500 ms -- without an anchor every claim is read
// also: what does {actor} want from {partner}; what {actor} wants from {partner}; who wants what from {partner}
// also: wishes of {actor} toward {partner}; what does {actor} hope for from {partner}
// also: what do others want from {partner}; what does {actor} seek from {partner}; what does {actor} demand of {partner}
// also: what does {actor} hope to get from {partner}; {actor}'s demands on {partner}; what is wanted from {partner}
// also: what does {actor} want; what is {actor} after; aims of {actor}; goals of {actor}; goals that {actor} pursues
// also: what {actor} seeks; what does {actor} hope to get; wishes of {actor}; ambitions of {actor}; demands of {actor}
// also: what is {actor} trying to achieve; who wants what; what {actor} is looking for; objectives of {actor}
// also: interests that {actor} pursues; what {actor} asks for; what {actor} strives for; {actor} would like
// also: intentions of {actor}; agenda of {actor}; what does {actor} hope to get out of others; what is {actor} aiming for
// also: what does {actor} long for; what is {actor} up to; what would {actor} like to have; what is on {actor}'s wish list
// also: want, seek, aim, goal, objective, wish, desire, ambition, ask for, demand, pursue, strive, aspire, hope, hope to get
// also: intend, intention, looking for, after, try, attempt, trying to achieve, agenda, motive, purpose, request, longs
// also: long for, crave, covet, yearn, hanker, target, vision, dream, priorities, plans, strategy, strategic goals, endgame
// also: bid, quest, eager, keen, interested in, wishlist, up to, require, claim, insist
MATCH (:Actor {id: $actor})<-[:BY|FROM]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (:Actor {id: $partner})<-[:FROM|TO|REGARDING]-(c:Claim) // if partner
WITH DISTINCT c // if partner
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE (c.mode = 'sought' OR c.tie = 'SEEKS' AND c.mode = 'actual')
  AND ($actor IN c.by OR c.mode = 'actual' AND a.id = $actor) // if actor
  AND NOT ($partner IN c.by OR c.mode = 'actual' AND a.id = $partner) // if partner
  AND (NOT c.stance IN ['reports', 'disputes'] OR any(h IN c.holder WHERE h IN c.by OR h = a.id)) // if not as_seen_by
  {{claim_filters c}}
OPTIONAL MATCH (c)-[w:BY]->(x)
WITH c, a, b, w, x
ORDER BY c.id, w.position, x.id
WITH c, a, b, CASE WHEN c.mode = 'sought' THEN collect(x.id) ELSE [a.id] END AS seeker_ids, CASE WHEN c.mode = 'sought' THEN collect(x.name) ELSE [a.name] END AS seekers
OPTIONAL MATCH (c)-[g:REGARDING]->(m:Actor)
WITH c, a, b, seeker_ids, seekers, g, m
ORDER BY c.id, g.position, m.id
WITH c, a, b, seeker_ids, seekers, collect(m.name) AS concerned
WITH c, a, b, seeker_ids, seekers, concerned, [side IN CASE WHEN c.tie IN {{types symmetric=yes}} THEN [a, b] WHEN NOT a.id IN seeker_ids THEN [a] WHEN c.sign >= 0 THEN [b] ELSE [] END WHERE side:Actor AND NOT side.id IN seeker_ids | side.name] AS others
OPTIONAL MATCH (a)<-[i:FROM|TO]-(d:Claim {mode: 'actual'})-[j:FROM|TO]->(b)
WHERE c.mode = 'sought' AND NOT c.negated AND d.tie = c.tie AND type(i) <> type(j) AND (type(i) = 'FROM' OR c.tie IN {{types symmetric=yes}}) AND ((d.negated OR d.stance = 'disputes') AND (size(coalesce(c.regarding, [])) = 0 OR size(coalesce(d.regarding, [])) = 0 OR any(m IN d.regarding WHERE m IN c.regarding)) OR NOT d.negated AND d.stance = 'asserts' AND d.aspect <> 'disposition' AND any(m IN d.regarding WHERE m IN c.regarding))
  AND (d.source = c.source OR {{overlap c d}})
  AND d.source = $source // if source
WITH c, a, b, seekers, concerned, others, d
ORDER BY c.id, d.paragraph, d.id
WITH c, a, b, seekers, concerned, others, collect(DISTINCT CASE WHEN d.negated OR d.stance = 'disputes' THEN 'no: ' + d.gloss WHEN d.id IS NOT NULL THEN 'yes: ' + d.gloss END) AS outcome, collect(DISTINCT d.id) AS outcome_claim
RETURN seekers AS seekers,
  c.tie AS tie,
  a.name AS from_name,
  coalesce(b.gloss, b.name) AS to_name,
  others AS from_whom,
  [name IN concerned WHERE NOT name IN others AND NOT name IN seekers] AS concerning,
  c.negated AS negated,
  c.gloss AS gloss,
  outcome AS outcome,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  outcome_claim AS outcome_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
