// title: Unbalanced triads
// question: Which triads with {actor} are unbalanced, or open because one of their relations has both signs?
// note: Counts only endorsed ties that no coder inferred, of the types that enter structural balance except MEMBER_OF (belonging to the same body does not make two actors friends). A pair has one sign, shown by its first mention. unbalanced: an odd number of hostile pairs. open: a pair has both signs (0), so the triad is neither balanced nor unbalanced. For all triads at once, use tiebook analyse balance.
// param actor: actor -- one of the three
// takes: as_of, source, as_seen_by
// returns: verdict, actor, second, third, actor_second, actor_third, second_third, ties, gloss, held_by, in_force, quote, paragraph, source, tie_id
// shows: actor, second, third, ties
// group: verdict
// noun: triad
// example: --actor iran
// example: --actor china
// budget: 1000 ms -- searches every tie of every neighbour
// also: unbalanced triads with {actor}; triangles around {actor} that are unstable
// also: which triads with {actor} are out of balance; three-way relations of {actor} that do not add up
// also: triples with {actor} that violate structural balance; threesomes with {actor}; frustrated triangles of {actor}
// also: triangles with {actor}; which trios with {actor} are unstable; groups of three with {actor}
// also: three-party constellations with {actor}
// also: triad, triangle, triple, three, three-way, three-cornered, threesome, trio, unbalanced, out of balance, imbalance
// also: imbalanced, unstable, structural balance, violate, tension, frustrated, add up, inconsistent triangle, tripartite
// also: trilateral, three actors, groups of three, instable, friend of my enemy, enemy of my friend, strained, contradictory
// also: love triangle, cognitive dissonance, dissonant
MATCH (:Actor {id: $actor})-[t]-(x:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN {{types balance=out}} AND type(t) <> 'MEMBER_OF' AND x.id <> $actor
  {{measure_filters t}}
WITH DISTINCT x.id AS x_id
ORDER BY x_id
WITH collect(x_id) AS near
WITH reduce(joined = ' ', each IN near | joined + each + ' ') AS known
MATCH (:Actor {id: $actor})-[t]-(b:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN {{types balance=out}} AND type(t) <> 'MEMBER_OF' AND b.id <> $actor
  {{measure_filters t}}
WITH known, b, t
ORDER BY b.id, t.sign, t.paragraph, t.id
WITH known, b, t.sign AS valence, collect(t) AS mentioned
ORDER BY b.id, valence
WITH known, b, min(valence) + max(valence) AS ab, collect(mentioned[0]) AS first_ties
WITH b, ab, first_ties, ' ' + split(known, ' ' + b.id + ' ')[1] AS later
MATCH (b)-[v]-(c:Actor)
WHERE later CONTAINS ' ' + c.id + ' ' AND v.endorsed IS NOT NULL AND NOT v.inferred AND v.sign <> 0 AND NOT type(v) IN {{types balance=out}} AND type(v) <> 'MEMBER_OF'
  {{measure_filters v}}
WITH b, c, ab, first_ties, v
ORDER BY b.id, c.id, v.sign, v.paragraph, v.id
WITH b, c, ab, first_ties, v.sign AS valence, collect(v) AS mentioned
ORDER BY b.id, c.id, valence
WITH b, c, ab, first_ties, min(valence) + max(valence) AS bc, collect(mentioned[0]) AS third_ties
ORDER BY b.id, c.id
WITH c, collect([b, ab, bc, first_ties, third_ties]) AS sides
MATCH (c)-[u]-(a:Actor {id: $actor})
WHERE u.endorsed IS NOT NULL AND NOT u.inferred AND u.sign <> 0 AND NOT type(u) IN {{types balance=out}} AND type(u) <> 'MEMBER_OF'
  {{measure_filters u}}
WITH a, c, sides, u
ORDER BY c.id, u.sign, u.paragraph, u.id
WITH a, c, sides, u.sign AS valence, collect(u) AS mentioned
ORDER BY c.id, valence
WITH a, c, sides, min(valence) + max(valence) AS ac, collect(mentioned[0]) AS second_ties
UNWIND sides AS side
WITH a, side[0] AS b, c, side[1] AS ab, ac, side[2] AS bc, side[3] AS first_ties, second_ties, side[4] AS third_ties
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
  [t IN shown | {{in_force t}}] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY verdict DESC, second, third, b.id, c.id
