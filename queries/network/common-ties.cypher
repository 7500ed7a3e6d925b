// title: Ties that two actors have in common
// question: With whom do both {one} and {other} have ties, and of which sign?
// note: Endorsed ties that no coder inferred; mentions of one relation count once and the first is shown.
// param one: actor -- one of the two
// param other: actor -- the other
// takes: as_of, source, as_seen_by
// returns: actor, ties_one, signs_one, ties_other, signs_other, gloss, held_by, in_force, quote, paragraph, source, tie_id
// example: --one china --other iran
// example: --one egypt --other israel
// budget: 700 ms
MATCH (a:Actor {id: $one})-[t]-(x:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND x.id <> $other AND x.id <> $one
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
WITH x, t
ORDER BY x.id, type(t), t.sign, t.paragraph, t.id
WITH x, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
ORDER BY x.id, kind, valence
WITH x, collect(mentioned[0]) AS one_ties
MATCH (x)-[u]-(b:Actor {id: $other})
WHERE u.endorsed IS NOT NULL AND NOT u.inferred
  AND u.endorsed // if not as_seen_by
  AND $as_seen_by IN u.holder // if as_seen_by
  AND u.source = $source // if source
  AND (u.since_earliest IS NULL OR u.since_earliest <= $as_of) AND (u.until_latest IS NULL OR u.until_latest >= $as_of) // if as_of
WITH x, one_ties, u
ORDER BY x.id, type(u), u.sign, u.paragraph, u.id
WITH x, one_ties, type(u) AS kind, u.sign AS valence, collect(u) AS mentioned
ORDER BY x.id, kind, valence
WITH x, one_ties, collect(mentioned[0]) AS other_ties
WITH x, one_ties, other_ties, one_ties + other_ties AS shown
RETURN x.name AS actor,
  [t IN one_ties | type(t)] AS ties_one,
  [t IN one_ties | t.sign] AS signs_one,
  [t IN other_ties | type(t)] AS ties_other,
  [t IN other_ties | t.sign] AS signs_other,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY actor, x.id
