// title: Unbalanced triads
// question: Which triads with {actor} are out of balance, or would be, once a two-sided relation is settled?
// note: Endorsed ties that no coder inferred, of the types that enter structural balance; mentions of one relation count once and the first is shown; one sign a pair. unbalanced: an odd number of hostile pairs. open: a pair has both signs (0), so that the triad is neither. For all triads at once: tiebook analyse balance.
// param actor: actor -- one of the three
// takes: as_of, source, as_seen_by
// returns: verdict, actor, second, third, actor_second, actor_third, second_third, ties, gloss, held_by, in_force, quote, paragraph, source, tie_id
// example: --actor iran
// example: --actor china
// budget: 7000 ms
MATCH (a:Actor {id: $actor})-[t]-(b:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES'] AND a.id <> b.id
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH a, b, t
ORDER BY b.id, type(t), t.sign, t.paragraph, t.id
WITH a, b, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
ORDER BY b.id, kind, valence
WITH a, b, min(valence) + max(valence) AS ab, collect(mentioned[0]) AS first_ties
MATCH (a)-[u]-(c:Actor)
WHERE u.endorsed IS NOT NULL AND NOT u.inferred AND u.sign <> 0 AND NOT type(u) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES'] AND b.id < c.id AND a.id <> c.id
  AND u.endorsed // if not as_seen_by
  AND $as_seen_by IN u.holder // if as_seen_by
  AND u.source = $source // if source
  AND (u.since_earliest IS NULL OR u.since_earliest <= $as_of) AND (u.until_latest IS NULL OR u.until_latest >= $as_of) // if as_of
WITH a, b, c, ab, first_ties, u
ORDER BY b.id, c.id, type(u), u.sign, u.paragraph, u.id
WITH a, b, c, ab, first_ties, type(u) AS kind, u.sign AS valence, collect(u) AS mentioned
ORDER BY b.id, c.id, kind, valence
WITH a, b, c, ab, first_ties, min(valence) + max(valence) AS ac, collect(mentioned[0]) AS second_ties
MATCH (b)-[v]-(c)
WHERE v.endorsed IS NOT NULL AND NOT v.inferred AND v.sign <> 0 AND NOT type(v) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES']
  AND v.endorsed // if not as_seen_by
  AND $as_seen_by IN v.holder // if as_seen_by
  AND v.source = $source // if source
  AND (v.since_earliest IS NULL OR v.since_earliest <= $as_of) AND (v.until_latest IS NULL OR v.until_latest >= $as_of) // if as_of
WITH a, b, c, ab, ac, first_ties, second_ties, v
ORDER BY b.id, c.id, type(v), v.sign, v.paragraph, v.id
WITH a, b, c, ab, ac, first_ties, second_ties, type(v) AS kind, v.sign AS valence, collect(v) AS mentioned
ORDER BY b.id, c.id, kind, valence
WITH a, b, c, ab, ac, first_ties, second_ties, min(valence) + max(valence) AS bc, collect(mentioned[0]) AS third_ties
WHERE ab * ac * bc <= 0
WITH a, b, c, ab, ac, bc, first_ties + second_ties + third_ties AS shown
RETURN CASE WHEN ab * ac * bc < 0 THEN 'unbalanced' ELSE 'open' END AS verdict,
  a.name AS actor,
  b.name AS second,
  c.name AS third,
  sign(ab) AS actor_second,
  sign(ac) AS actor_third,
  sign(bc) AS second_third,
  [t IN shown | type(t)] AS ties,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY verdict DESC, second, third, b.id, c.id
