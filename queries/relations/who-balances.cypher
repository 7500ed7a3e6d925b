// title: Who balances or mediates between whom
// question: Whom does {actor} balance against, between whom does it keep a balance or mediate?
// note: BALANCES is against a power; BALANCES_BETWEEN and MEDIATES are between target and the others.
// param actor: actor? -- who balances or mediates
// param target: actor? -- one of those that it balances or brings together
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: actor, tie, target, others, mechanism, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// example: (none)
// example: --target saudi-arabia
// budget: 12000 ms
MATCH (a:Actor)-[t:BALANCES|BALANCES_BETWEEN|MEDIATES]->(b:Actor)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  AND (b.id = $target OR $target IN t.regarding) // if target
  AND t.source = $source // if source
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.endorsed // if asserted_only
  AND NOT t.inferred // if no_inferred
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH a, b, t, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[r:REGARDING]->(x)
WITH a, b, t, r, x
ORDER BY t.id, r.position
WITH a, b, t, collect(x.name) AS others
RETURN a.name AS actor,
  type(t) AS tie,
  b.name AS target,
  others AS others,
  t.mechanism AS mechanism,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY actor, tie, target, tie_id
