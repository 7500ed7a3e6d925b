// title: How two actors are connected
// question: Through which actors and ties are {one} and {other} connected?
// note: All shortest chains of up to three steps between actors, in whatever direction; one row for each type of tie of a step, with its first mention. Endorsed ties that no coder inferred.
// param one: actor -- where the chain begins
// param other: actor -- where it ends
// takes: as_of, source, as_seen_by
// returns: chain, step, from_name, tie, to_name, sign, mentions, gloss, held_by, since, until, in_force, quote, paragraph, source, record, tie_id
// example: --one egypt --other iran-backed-groups
// example: --one djibouti --other russia
// budget: 500 ms
MATCH (a:Actor {id: $one})
MATCH (b:Actor {id: $other})
OPTIONAL MATCH (a)-[t]-(b)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH a, b, count(t) AS direct
WITH a, b, direct, CASE WHEN direct = 0 THEN a.id END AS begin_id
OPTIONAL MATCH (begin:Actor {id: begin_id})-[t]-(x:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH DISTINCT a, b, direct, x
OPTIONAL MATCH (x)-[u]-(b)
WHERE u.endorsed IS NOT NULL AND NOT u.inferred AND x.id <> a.id
  AND u.endorsed // if not as_seen_by
  AND $as_seen_by IN u.holder // if as_seen_by
  AND u.source = $source // if source
  AND (u.since_earliest IS NULL OR u.since_earliest <= $as_of) AND (u.until_latest IS NULL OR u.until_latest >= $as_of) // if as_of
WITH a, b, direct, x, count(u) AS joined
ORDER BY x.id
WITH a, b, direct, collect(DISTINCT CASE WHEN joined > 0 THEN x.id END) AS through
WITH a, b, direct, through, CASE WHEN direct = 0 AND size(through) = 0 THEN a.id END AS begin_id
OPTIONAL MATCH (begin:Actor {id: begin_id})-[t]-(x:Actor)-[u]-(y:Actor)-[v]-(b)
WHERE x.id <> a.id AND y.id <> b.id AND x.id <> y.id AND t.endorsed IS NOT NULL AND NOT t.inferred AND u.endorsed IS NOT NULL AND NOT u.inferred AND v.endorsed IS NOT NULL AND NOT v.inferred
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
  AND u.endorsed // if not as_seen_by
  AND $as_seen_by IN u.holder // if as_seen_by
  AND u.source = $source // if source
  AND (u.since_earliest IS NULL OR u.since_earliest <= $as_of) AND (u.until_latest IS NULL OR u.until_latest >= $as_of) // if as_of
  AND v.endorsed // if not as_seen_by
  AND $as_seen_by IN v.holder // if as_seen_by
  AND v.source = $source // if source
  AND (v.since_earliest IS NULL OR v.since_earliest <= $as_of) AND (v.until_latest IS NULL OR v.until_latest >= $as_of) // if as_of
WITH a, b, direct, through, x, y
ORDER BY x.id, y.id
WITH a, b, direct, through, collect(DISTINCT CASE WHEN x.id IS NOT NULL THEN [x.id, y.id] END) AS pairs
WITH CASE WHEN direct > 0 THEN [[a.id, b.id]] ELSE [m IN through | [a.id, m, b.id]] + [m IN pairs | [a.id, m[0], m[1], b.id]] END AS chains
UNWIND chains AS chain
UNWIND range(1, size(chain) - 1) AS step
WITH chain, step, chain[step - 1] AS here_id, chain[step] AS next_id
MATCH (p:Actor {id: here_id})-[t]-(q:Actor {id: next_id})
WHERE t.endorsed IS NOT NULL AND NOT t.inferred
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH DISTINCT chain AS route, step AS number, t, startNode(t) AS s, endNode(t) AS e
ORDER BY route, number, s.id, type(t), t.sign, t.paragraph, t.id
WITH route, number, s, e, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
WITH route, number, s, e, mentioned[0] AS t, size(mentioned) AS mentions
RETURN route AS chain,
  number AS step,
  s.name AS from_name,
  type(t) AS tie,
  e.name AS to_name,
  t.sign AS sign,
  mentions AS mentions,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.since AS since,
  t.until AS until,
  CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY chain, step, tie, tie_id
