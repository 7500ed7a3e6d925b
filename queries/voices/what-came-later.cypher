// title: What a later source says about it
// question: What does a later source say about what an earlier one reported[ of {actor}][ and {partner}] as denied, wanted, feared or expected?
// note: One row for each pair of statements, of an earlier and a later source, on the same tie between the same two actors, and in the same matter if both name one. told is how the earlier source told it (seen: as possible or on a condition); later is what the later one says about that time or after. Facts without a date cannot be placed and stand apart (at a time not stated). Statements that the later source does not mention have no row.
// param actor: actor? -- one of the two sides
// param partner: actor? -- the other side
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: outcome, told, gloss, later, later_gloss, later_text, from_name, tie, to_name, by_whom, since, until, later_since, later_until, held_by, quote, paragraph, source, claim, later_held_by, later_quote, later_paragraph, later_source, later_claim
// shows: told, gloss, later, later_gloss, later_text
// group: outcome
// noun: statement
// example: --actor china --partner iran
// example: --actor russia --partner iran
// example: --actor united-states
// example: (none)
// budget: 500 ms -- without an anchor every claim is read
// also: what does a later source say of what was denied; what came later of what was expected; how did it look years later
// also: what did a later article say about {actor} and {partner}; which expectations about {actor} did later sources bear out
// also: which earlier claims about {actor} were overtaken; what has become outdated about {actor}; was the earlier source right
// also: was the earlier article right about {actor}; what was denied about {actor} and later reported
// also: later, afterwards, overtaken, outdated, superseded, newer source, later source, years later, since then, meanwhile
// also: earlier source, first article, hindsight, in retrospect, no longer true, still true, update, subsequent, subsequently
MATCH (:Actor {id: $actor})<-[:FROM|TO]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
MATCH (c)-[:IN]->(s:Source)
WHERE (c.mode <> 'actual' OR c.negated OR c.stance = 'disputes')
  AND $partner IN [a.id, b.id] // if partner
  {{claim_filters c}}
OPTIONAL MATCH (c)-[:REGARDING]->(third:Actor)
WITH c, a, b, s, count(third) AS thirds
MATCH (a)<-[x:FROM|TO]-(d:Claim)-[y:FROM|TO]->(b)
MATCH (d)-[:IN]->(o:Source)
WHERE o.covers_until > s.covers_until AND d.mode IN ['actual', 'sought', 'feared', 'expected'] AND d.tie = c.tie AND type(x) <> type(y) AND (type(x) = 'FROM' OR c.tie IN {{types symmetric=yes}})
  AND (size(c.regarding) = 0 OR size(d.regarding) = 0 AND thirds = 0 OR any(m IN d.regarding WHERE m IN c.regarding))
  AND (NOT c.negated OR size(d.regarding) = 0 OR all(m IN c.regarding WHERE m IN d.regarding))
WITH DISTINCT c, a, b, s, d, o
WITH c, a, b, s, d, o, d.mode = 'actual' AND NOT d.negated AND d.stance <> 'disputes' AS holds, coalesce(c.since_earliest, s.covers_until) AS from_day
WITH c, a, b, d, o, holds, c.negated OR c.stance = 'disputes' AS denied, CASE WHEN holds AND d.tie IN {{types aspect=event}} THEN d.since IS NOT NULL AND d.since_latest >= from_day WHEN holds AND d.aspect = 'event' THEN coalesce(d.until_latest, d.since_latest) >= from_day WHEN holds THEN d.since IS NOT NULL AND coalesce(d.until_latest, o.covers_until) >= from_day ELSE coalesce(d.until_latest, o.covers_until) >= from_day END AS later_on, holds AND d.since IS NULL AND d.until IS NULL AS untold
WHERE later_on OR untold
WITH c, a, b, d, o, denied, holds, untold, CASE WHEN c.mode = 'actual' THEN 'denied' WHEN c.mode IN ['conditional', 'hypothetical'] THEN 'seen' ELSE c.mode END AS told, CASE WHEN holds THEN 'said to hold' WHEN d.mode = 'actual' THEN 'denied' WHEN d.negated THEN 'not ' + d.mode ELSE d.mode END AS later
WITH c, a, b, d, o, CASE WHEN denied AND told <> 'denied' THEN 'not ' + told ELSE told END AS told, later, CASE WHEN untold THEN 'said to hold at a time not stated' WHEN denied AND holds THEN 'denied first, said to hold later' WHEN denied AND (later = 'denied' OR d.negated) THEN 'denied first and later' WHEN denied THEN 'denied first, wanted, feared or expected later' WHEN holds THEN 'said to have come about' WHEN later = 'denied' THEN 'said not to have come about' ELSE 'still open' END AS outcome
OPTIONAL MATCH (c)-[w:BY]->(who)
WITH c, a, b, d, o, told, later, outcome, w, who
ORDER BY c.id, d.id, w.position, who.id
WITH c, a, b, d, o, told, later, outcome, collect(who.name) AS by_whom
RETURN outcome AS outcome,
  told AS told,
  c.gloss AS gloss,
  later AS later,
  d.gloss AS later_gloss,
  o.name AS later_text,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  by_whom AS by_whom,
  c.since AS since,
  c.until AS until,
  d.since AS later_since,
  d.until AS later_until,
  c.held_by AS held_by,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim,
  d.held_by AS later_held_by,
  d.quote AS later_quote,
  d.paragraph AS later_paragraph,
  d.source AS later_source,
  d.id AS later_claim
ORDER BY outcome, source, paragraph, claim, later_source, later_claim
