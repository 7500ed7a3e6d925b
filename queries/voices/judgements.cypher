// title: Who judges the claims of another source
// question: Who judges which claims of another source[ about {actor}], and how?
// note: One row for each claim about a claim of another source, for example an analyst's own note that a statement is disputed, outdated or confirmed. judgement is disputes (the claim does not hold), otherwise (the opposite is said to hold, or to be denied), likewise (the same is said) or another kind.
// param actor: entity? -- one of the two sides of the claim that is judged
// takes: source, as_seen_by, no_inferred
// returns: judge, judgement, gloss, judged_holder, judged_gloss, from_name, tie, to_name, mode, negated, since, until, note, held_by, quote, paragraph, source, claim, judged_held_by, judged_quote, judged_paragraph, judged_source, judged_claim
// shows: judge, judgement, gloss, judged_holder, judged_gloss
// noun: judgement
// example: (none)
// example: --actor iran
// budget: 500 ms -- without an anchor every claim is read
// also: who judges which claims; judgements of analysts; what do I hold of the claims about {actor}; my own judgement
// also: which claims about {actor} are disputed by an analyst; what have I disputed; which claims about {actor} did I mark as overtaken
// also: assessments of claims about {actor}; who comments on the claims of another source
// also: who endorses the claims of others; who doubts the claims of others
// also: judge, judgement, judgment, analyst, own view, my view, assess, assessment, overtaken, dispute, comment, annotate, verdict
// also: endorse, doubt, doubted
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $actor})<-[:FROM|TO]-(d:Claim) // if actor
WITH DISTINCT d // if actor
MATCH (c:Claim)-[:ABOUT]->(d:Claim)
MATCH (c)-[:IN]->(s:Source)
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.source <> d.source
  {{claim_filters c}}
MATCH (d)-[:FROM]->(x)
MATCH (d)-[:TO]->(y)
WITH c, d, a, b, x, y, s.author AS author
MATCH (h:Actor {id: author})
RETURN h.name AS judge,
  CASE WHEN c.stance = 'disputes' THEN 'disputes' WHEN c.tie <> d.tie OR a.id <> x.id OR b.id <> y.id THEN 'of another kind' WHEN c.negated = d.negated THEN 'likewise' ELSE 'otherwise' END AS judgement,
  c.gloss AS gloss,
  d.held_by AS judged_holder,
  d.gloss AS judged_gloss,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  c.negated AS negated,
  c.since AS since,
  c.until AS until,
  c.note AS note,
  c.held_by AS held_by,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim,
  d.held_by AS judged_held_by,
  d.quote AS judged_quote,
  d.paragraph AS judged_paragraph,
  d.source AS judged_source,
  d.id AS judged_claim
ORDER BY source, paragraph, claim, judged_claim
