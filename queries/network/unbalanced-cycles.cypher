// title: Unbalanced cycles of four
// question: Which rings of four actors with {actor} are out of balance?
// note: Four pairs with one clear sign each and an odd number of hostile ones; only rings without a tie across, for those across are told by their triads. Endorsed ties that no coder inferred, of the types that enter structural balance.
// param actor: actor -- one of the four
// takes: as_of, source, as_seen_by
// returns: actor, second, third, fourth, actor_second, second_third, third_fourth, fourth_actor, ties, gloss, held_by, in_force, quote, paragraph, source, tie_id
// example: --actor iran
// budget: 2000 ms
MATCH (a:Actor {id: $actor})-[t]-(b:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES'] AND a.id <> b.id
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH a, b, t
ORDER BY b.id, t.id
WITH a, b, min(t.sign) + max(t.sign) AS ab, collect(t) AS ab_ties
WHERE ab <> 0
MATCH (b)-[u]-(c:Actor)
WHERE u.endorsed IS NOT NULL AND NOT u.inferred AND u.sign <> 0 AND NOT type(u) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES'] AND c.id <> a.id AND c.id <> b.id
  AND u.endorsed // if not as_seen_by
  AND $as_seen_by IN u.holder // if as_seen_by
  AND u.source = $source // if source
  AND (u.since_earliest IS NULL OR u.since_earliest <= $as_of) AND (u.until_latest IS NULL OR u.until_latest >= $as_of) // if as_of
WITH a, b, c, ab, ab_ties, u
ORDER BY b.id, c.id, u.id
WITH a, b, c, ab, ab_ties, min(u.sign) + max(u.sign) AS bc, collect(u) AS bc_ties
WHERE bc <> 0 AND NOT EXISTS { MATCH (a)-[w]-(c) WHERE w.endorsed AND NOT w.inferred AND w.sign <> 0 AND NOT type(w) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES'] }
MATCH (c)-[v]-(d:Actor)
WHERE v.endorsed IS NOT NULL AND NOT v.inferred AND v.sign <> 0 AND NOT type(v) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES'] AND b.id < d.id AND d.id <> a.id AND d.id <> c.id
  AND v.endorsed // if not as_seen_by
  AND $as_seen_by IN v.holder // if as_seen_by
  AND v.source = $source // if source
  AND (v.since_earliest IS NULL OR v.since_earliest <= $as_of) AND (v.until_latest IS NULL OR v.until_latest >= $as_of) // if as_of
WITH a, b, c, d, ab, bc, ab_ties, bc_ties, v
ORDER BY b.id, c.id, d.id, v.id
WITH a, b, c, d, ab, bc, ab_ties, bc_ties, min(v.sign) + max(v.sign) AS cd, collect(v) AS cd_ties
WHERE cd <> 0 AND NOT EXISTS { MATCH (b)-[w]-(d) WHERE w.endorsed AND NOT w.inferred AND w.sign <> 0 AND NOT type(w) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES'] }
MATCH (d)-[x]-(a)
WHERE x.endorsed IS NOT NULL AND NOT x.inferred AND x.sign <> 0 AND NOT type(x) IN ['CONSTRAINS', 'REFUSES', 'PARTY_TO', 'ISSUES', 'COMPLIES_WITH', 'PRESENT_IN', 'DEPENDS_ON', 'VIEWS_AS', 'RANKS', 'SEEKS', 'INFLUENCES']
  AND x.endorsed // if not as_seen_by
  AND $as_seen_by IN x.holder // if as_seen_by
  AND x.source = $source // if source
  AND (x.since_earliest IS NULL OR x.since_earliest <= $as_of) AND (x.until_latest IS NULL OR x.until_latest >= $as_of) // if as_of
WITH a, b, c, d, ab, bc, cd, ab_ties, bc_ties, cd_ties, x
ORDER BY b.id, c.id, d.id, x.id
WITH a, b, c, d, ab, bc, cd, ab_ties, bc_ties, cd_ties, min(x.sign) + max(x.sign) AS da, collect(x) AS da_ties
WHERE ab * bc * cd * da < 0
WITH a, b, c, d, ab, bc, cd, da, ab_ties + bc_ties + cd_ties + da_ties AS shown
RETURN a.name AS actor,
  b.name AS second,
  c.name AS third,
  d.name AS fourth,
  sign(ab) AS actor_second,
  sign(bc) AS second_third,
  sign(cd) AS third_fourth,
  sign(da) AS fourth_actor,
  [t IN shown | type(t)] AS ties,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY second, third, fourth, b.id, c.id, d.id
