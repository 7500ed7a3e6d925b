// title: Where claims conflict
// question: What is said to hold by one claim and denied, or given the opposite sign, by another, about {actor}?
// note: Same type between the same two. between says whether holders or sources differ; one holder may say both of different matters, so compare regarding.
// param actor: entity? -- one of the two sides
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: from_name, tie, to_name, conflict, between, gloss, regarding, counter_gloss, counter_regarding, held_by, since, until, in_force, counter_held_by, counter_quote, counter_paragraph, counter_claim, quote, paragraph, source, claim
// example: (none)
// example: --actor china
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.mode = 'actual' AND NOT c.negated AND c.stance <> 'disputes'
  AND (a.id = $actor OR b.id = $actor) // if actor
  AND c.source = $source // if source
  AND $as_seen_by IN c.holder // if as_seen_by
  AND NOT c.stance IN ['reports', 'disputes'] // if asserted_only
  AND NOT c.inferred // if no_inferred
  AND (c.since_earliest IS NULL OR c.since_earliest <= $as_of) AND (c.until_latest IS NULL OR c.until_latest >= $as_of) // if as_of
MATCH (a)<-[x:FROM|TO]-(d:Claim)-[y:FROM|TO]->(b)
WHERE d.mode = 'actual' AND d.tie = c.tie AND d.id <> c.id AND type(x) <> type(y) AND (type(x) = 'FROM' OR c.tie IN ['RIVAL_OF', 'CONFLICTS_WITH', 'COOPERATES_WITH', 'ALLIED_WITH', 'AGREES_WITH', 'MEETS_WITH'])
  AND (d.negated OR d.stance = 'disputes' OR d.sign * c.sign < 0 AND c.id < d.id)
WITH DISTINCT c, a, b, d
RETURN a.name AS from_name,
  c.tie AS tie,
  b.name AS to_name,
  CASE WHEN d.negated THEN 'denied' WHEN d.stance = 'disputes' THEN 'disputed' ELSE 'opposite sign' END AS conflict,
  CASE WHEN c.source <> d.source THEN 'sources' WHEN c.held_by <> d.held_by THEN 'holders' ELSE 'one holder' END AS between,
  c.gloss AS gloss,
  c.regarding AS regarding,
  d.gloss AS counter_gloss,
  d.regarding AS counter_regarding,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  CASE WHEN c.since_earliest IS NULL AND c.until_latest IS NULL THEN 'undated' WHEN c.since_latest <= $as_of AND c.until_earliest >= $as_of THEN 'certainly' WHEN c.until_latest IS NULL AND c.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END AS in_force, // if as_of
  d.held_by AS counter_held_by,
  d.quote AS counter_quote,
  d.paragraph AS counter_paragraph,
  d.id AS counter_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim, counter_claim
