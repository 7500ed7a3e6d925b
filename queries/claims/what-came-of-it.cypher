// title: What became of what was wanted, feared or expected
// question: What became of what was wanted, feared or expected[ between {actor} and others]?
// note: One row for each statement about a tie of the same type between the same two actors: every denial, and every statement in the same matter that it holds. From another source, only statements about that time or later count. If the sources report no outcome, there is no row.
// param actor: actor? -- one of the two sides of the tie
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: was, by_whom, from_name, tie, to_name, gloss, outcome, outcome_gloss, held_by, since, until, in_force, outcome_held_by, outcome_quote, outcome_paragraph, outcome_claim, quote, paragraph, source, claim
// shows: gloss, outcome, outcome_gloss
// noun: outcome
// example: (none)
// example: --actor russia
// budget: 500 ms -- without an anchor every claim is read
// also: what came of it; what became of what {actor} wanted; did the hopes of {actor} come true
// also: did what {actor} expected happen; how did the expectations of {actor} turn out; which fears about {actor} came true
// also: did the plans of {actor} work out; outcome of the wishes of {actor}; were the hopes of {actor} fulfilled
// also: did {actor} end up with what it wanted; was it realised; did the expected deals of {actor} materialise
// also: expectation versus reality for {actor}; promises of {actor} kept; which predictions about {actor} proved right
// also: did anything come of the hopes for {actor}; which forecasts about {actor} were wrong
// also: were expectations of {actor} met
// also: outcome, result, come true, came true, materialise, fulfil, fulfilled, realise, turn out, pan out, come about
// also: became, work out, hope, fear, expectation, wish, plan, predicted, promise, reality, eventually, disappointed
// also: vindicated, proved right, prove, proven, proved wrong, pay off, paid off, bear fruit, fruit, dashed, succeed
// also: success, achieved, accomplished, followed through, delivered, borne out, bore out, happened in the end, in the end
// also: consequence, comes of it, came of it, aftermath, forecasts, prophecy, broken, met
// also: what became of {actor}'s wishes; what has become of the wishes of {actor}; wishes, hopes
MATCH (:Actor {id: $actor})<-[:FROM|TO]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
MATCH (c)-[:IN]->(s:Source)
WHERE c.mode IN ['sought', 'feared', 'expected'] AND NOT c.negated
  {{claim_filters c}}
MATCH (a)<-[x:FROM|TO]-(d:Claim)-[y:FROM|TO]->(b)
MATCH (d)-[:IN]->(o:Source)
WHERE d.mode = 'actual' AND d.tie = c.tie AND type(x) <> type(y) AND (type(x) = 'FROM' OR c.tie IN {{types symmetric=yes}})
  AND d.source = $source // if source
  AND (d.source = c.source OR coalesce(d.until_latest, o.covers_until) >= coalesce(c.since_earliest, s.covers_until))
  AND (d.negated OR d.stance = 'disputes' OR any(m IN d.regarding WHERE m IN c.regarding))
WITH DISTINCT c, a, b, d
OPTIONAL MATCH (c)-[w:BY]->(who)
WITH c, a, b, d, w, who
ORDER BY c.id, d.id, w.position, who.id
WITH c, a, b, d, collect(who.name) AS by_whom
RETURN c.mode AS was,
  by_whom AS by_whom,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.gloss AS gloss,
  CASE WHEN d.negated OR d.stance = 'disputes' THEN 'denied' ELSE 'said to hold' END AS outcome,
  d.gloss AS outcome_gloss,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  d.held_by AS outcome_held_by,
  d.quote AS outcome_quote,
  d.paragraph AS outcome_paragraph,
  d.id AS outcome_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim, outcome_claim
