// title: Who contradicts whom
// question: Who contradicts whom[ about {actor}][ ({tie})], and on what?
// note: One row for each pair of statements by two voices (sources, or holders within one) on the same tie between the same two actors, and in the same matter if both name one: who denies or disputes it, or gives it the opposite sign or another date. overlap says whether the two overlap in time. Where one of them has no date (time not stated), they may be about other times. Statements about other times are not contradictions; what-came-later lists what a later source says of what was denied. A spell without an end counts up to the day on which its source ends.
// param actor: entity? -- one of the two sides
// param tie: tie? -- only ties of this type
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: who, gloss, conflict, whom, other_gloss, overlap, from_name, tie, to_name, since, until, other_since, other_until, held_by, quote, paragraph, source, claim, other_held_by, other_quote, other_paragraph, other_source, other_claim
// shows: who, gloss, conflict, whom, other_gloss
// group: overlap
// noun: contradiction
// example: (none)
// example: --actor iran
// budget: 500 ms -- without an anchor every claim is read
// also: who contradicts whom; who contradicts whom about {actor}; who contradicts whom on {actor}; who disagrees with whom; which sources contradict each other
// also: where do the sources contradict each other on {actor}; what do two sources say differently about {actor}
// also: compare what the two texts say about {actor}; how do the two texts differ on {actor}; compare the sources on {actor}
// also: which voices disagree about {actor}; who says the opposite of whom; who denies what others say about {actor}
// also: where do the texts disagree; where do the articles disagree
// also: on what do the texts contradict one another about {actor}; what do the texts contradict each other about
// also: contradicts whom, disagrees with whom, sources, voices, texts, between sources, each other, authors, whom, gainsay
// also: two texts, two articles, other article, other source, at variance, differ, differing accounts, rebut
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $actor})<-[:FROM|TO]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
MATCH (c)-[:IN]->(s:Source)
WHERE c.mode = 'actual'
  AND c.tie = $tie // if tie
  {{claim_filters c}}
MATCH (a)<-[x:FROM|TO]-(d:Claim)-[y:FROM|TO]->(b)
MATCH (d)-[:IN]->(o:Source)
WHERE d.mode = 'actual' AND d.negated = (d.stance = 'disputes') AND d.tie = c.tie AND d.id <> c.id AND type(x) <> type(y) AND (type(x) = 'FROM' OR c.tie IN {{types symmetric=yes}})
  AND (d.source <> c.source OR d.held_by <> c.held_by)
  AND (size(c.regarding) + size(d.regarding) = 0 OR any(m IN d.regarding WHERE m IN c.regarding))
  AND (NOT c.negated OR c.stance = 'disputes' OR all(m IN c.regarding WHERE m IN d.regarding))
WITH DISTINCT c, a, b, s, d, o
OPTIONAL MATCH (c)-[:VIA]->(v)<-[:VIA]-(d)
WITH c, a, b, s, d, o, count(v) AS shared
WITH c, a, b, s, d, o, CASE WHEN c.negated AND c.stance <> 'disputes' THEN 'denied' WHEN c.stance = 'disputes' AND NOT c.negated THEN 'disputed' WHEN d.id > c.id THEN 'none' WHEN c.sign * d.sign < 0 THEN 'opposite sign' WHEN d.source <> c.source AND c.aspect = d.aspect AND (c.since_latest < d.since_earliest OR d.since_latest < c.since_earliest) AND (shared > 0 OR b.kind IN ['agreement', 'resolution', 'executive_order', 'meeting', 'statement'] OR c.tie = 'HOLDS_OFFICE_IN' AND c.mechanism = d.mechanism) THEN 'another date' ELSE 'none' END AS conflict
WITH c, a, b, d, conflict, coalesce(c.since_earliest <= o.covers_until, true) AND coalesce(d.since_earliest <= s.covers_until, true) AND (c.since IS NULL AND c.until IS NULL OR d.since IS NULL AND d.until IS NULL) AS untold, coalesce(c.until_earliest, s.covers_until) AS c_ends, coalesce(c.until_latest, s.covers_until) AS c_over, d.aspect = 'event' OR d.tie IN {{types aspect=event}} AS act, coalesce(d.until_latest, d.since_latest) AS d_done, coalesce(d.until_earliest, o.covers_until) AS d_ends, coalesce(d.until_latest, o.covers_until) AS d_over
WITH c, a, b, d, conflict, CASE WHEN untold THEN 'time not stated' WHEN conflict = 'another date' THEN 'at another time' WHEN act AND d.since_earliest >= coalesce(c.since_latest, d.since_earliest) AND d_done <= c_ends OR NOT act AND d.since_latest <= c_ends AND d_ends >= c.since_latest THEN 'at the same time' WHEN act AND d.since_latest >= coalesce(c.since_earliest, d.since_latest) AND d.since_earliest <= c_over AND (d.until IS NULL OR d_done <= c_over) OR NOT act AND d.since_earliest <= c_over AND d_over >= c.since_earliest THEN 'possibly at the same time' ELSE 'none' END AS overlap
WHERE conflict <> 'none' AND overlap <> 'none'
MATCH (c)-[:IN]->(s:Source)
MATCH (d)-[:IN]->(o:Source)
WITH c, a, b, d, conflict, overlap, s.author AS author, o.author AS other_author
MATCH (p:Actor {id: author})
MATCH (q:Actor {id: other_author})
RETURN CASE WHEN c.stance = 'disputes' THEN p.name ELSE c.held_by END AS who,
  c.gloss AS gloss,
  conflict AS conflict,
  CASE WHEN d.stance = 'disputes' THEN q.name ELSE d.held_by END AS whom,
  d.gloss AS other_gloss,
  overlap AS overlap,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.since AS since,
  c.until AS until,
  d.since AS other_since,
  d.until AS other_until,
  c.held_by AS held_by,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim,
  d.held_by AS other_held_by,
  d.quote AS other_quote,
  d.paragraph AS other_paragraph,
  d.source AS other_source,
  d.id AS other_claim
ORDER BY overlap, source, paragraph, claim, other_claim
