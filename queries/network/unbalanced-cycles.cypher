// title: Unbalanced cycles of four
// question: Which rings of four actors with {actor}[ and {across}] are out of balance?
// note: Each of the four pairs has one clear sign, and the number of hostile pairs is odd. Rings with a clear tie across are left out, because their triads cover them; a tie across with both signs is not clear. Counts only endorsed ties that no coder inferred, of the types that enter structural balance. Several mentions of a relation count once, and the first is shown.
// param actor: actor -- one of the four
// param across: actor? -- the one on the other side of the ring
// takes: as_of, source, as_seen_by
// returns: actor, second, third, fourth, actor_second, second_third, third_fourth, fourth_actor, ties, gloss, held_by, in_force, quote, paragraph, source, tie_id
// shows: actor, second, third, fourth, ties
// noun: ring
// example: --actor iran
// example: --actor iran --across china --as-of 2020-10-19
// budget: 60000 ms -- a hundred thousand rings for an actor with 340 ties; --across makes it quick
// also: unbalanced cycles of four with {actor}; rings of four actors with {actor} out of balance
// also: four-cornered constellations with {actor}; unstable squares with {actor} and {across} at opposite corners
// also: four-cycles around {actor}; quadrilaterals with {actor} that violate balance; groups of four around {actor}
// also: rings with {actor} and across from it {across}; quartets with {actor} that are out of balance
// also: groups of four with {actor}; four-party constellations with {actor}
// also: cycle, four, four-cycle, ring, rings, square, quadrilateral, quadruple, quad, corner, opposite corners
// also: four-cornered, unbalanced, out of balance, imbalance, imbalanced, unstable, structural balance, violate, tetrad
// also: foursome, constellation, quartet, four-party, four-way, rectangle, diamond, loop, quadrangle, opposite, diagonal
// also: four actors, groups of four
MATCH (:Actor {id: $across})--(z:Actor) // if across
WITH DISTINCT z.id AS z_id // if across
ORDER BY z_id // if across
WITH collect(z_id) AS reached // if across
WITH reduce(joined = ' ', each IN reached | joined + each + ' ') AS within // if across
MATCH (:Actor {id: $actor})-[t]-(x:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN {{types balance=out}} AND x.id <> $actor
  AND within CONTAINS ' ' + x.id + ' ' // if across
  {{measure_filters t}}
WITH x, min(t.sign) + max(t.sign) AS valence
WHERE valence <> 0
WITH DISTINCT x.id AS x_id
ORDER BY x_id
WITH collect(x_id) AS near
WITH near, reduce(joined = ' ', each IN near | joined + each + ' ') AS known
UNWIND near AS x_id
WITH x_id, ' ' + split(known, ' ' + x_id + ' ')[1] AS later
MATCH (x:Actor {id: x_id})
OPTIONAL MATCH (x)-[w]-(y:Actor)
WHERE later CONTAINS ' ' + y.id + ' ' AND w.endorsed IS NOT NULL AND NOT w.inferred AND w.sign <> 0 AND NOT type(w) IN {{types balance=out}}
  {{measure_filters w}}
WITH x, y.id AS y_id, min(w.sign) + max(w.sign) AS crossing
ORDER BY x.id, y_id
WITH x AS b, collect(CASE WHEN crossing <> 0 THEN y_id END) AS crossed
WITH b, reduce(joined = ' ', each IN crossed | joined + each + ' ') AS joined_to
MATCH (a:Actor {id: $actor})-[t]-(b)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN {{types balance=out}}
  {{measure_filters t}}
WITH a, b, joined_to, t
ORDER BY b.id, type(t), t.sign, t.paragraph, t.id
WITH a, b, joined_to, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
ORDER BY b.id, kind, valence
WITH a, b, joined_to, min(valence) + max(valence) AS ab, collect(mentioned[0]) AS ab_ties
MATCH (b)-[u]-(c:Actor)
WHERE u.endorsed IS NOT NULL AND NOT u.inferred AND u.sign <> 0 AND NOT type(u) IN {{types balance=out}} AND c.id <> $actor AND c.id <> b.id
  AND c.id = $across // if across
  {{measure_filters u}}
WITH a, b, c, joined_to, ab, ab_ties, u
ORDER BY b.id, c.id, type(u), u.sign, u.paragraph, u.id
WITH a, b, c, joined_to, ab, ab_ties, type(u) AS kind, u.sign AS valence, collect(u) AS mentioned
ORDER BY b.id, c.id, kind, valence
WITH a, b, c, joined_to, ab, ab_ties, min(valence) + max(valence) AS bc, collect(mentioned[0]) AS bc_ties
WHERE bc <> 0
WITH a, c, b, joined_to, ab * bc AS side, [ab, bc] AS signs, ab_ties, bc_ties
ORDER BY c.id, b.id
WITH a, c, collect([b.id, side, signs, ab_ties, bc_ties, joined_to, b.name]) AS arms
WHERE size(arms) > 1
OPTIONAL MATCH (c)-[w]-(a)
WHERE w.endorsed IS NOT NULL AND NOT w.inferred AND w.sign <> 0 AND NOT type(w) IN {{types balance=out}}
  {{measure_filters w}}
WITH a, c, arms, coalesce(min(w.sign) + max(w.sign), 0) AS crossing
WHERE crossing = 0
UNWIND [each IN arms WHERE each[1] > 0] AS good
UNWIND [each IN arms WHERE each[1] < 0] AS bad
WITH a, c, CASE WHEN good[0] < bad[0] THEN good ELSE bad END AS first_arm, CASE WHEN good[0] < bad[0] THEN bad ELSE good END AS second_arm
WITH a, c, first_arm, second_arm, first_arm[0] AS b_id, second_arm[0] AS d_id
WHERE NOT first_arm[5] CONTAINS ' ' + d_id + ' '
WITH a, c, b_id, d_id, first_arm[6] AS b_name, second_arm[6] AS d_name, first_arm[2] AS one_side, second_arm[2] AS other_side, first_arm[3] + first_arm[4] + second_arm[4] + second_arm[3] AS shown
RETURN a.name AS actor,
  b_name AS second,
  c.name AS third,
  d_name AS fourth,
  sign(one_side[0]) AS actor_second,
  sign(one_side[1]) AS second_third,
  sign(other_side[1]) AS third_fourth,
  sign(other_side[0]) AS fourth_actor,
  [t IN shown | type(t)] AS ties,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | {{in_force t}}] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY second, third, fourth, b_id, c.id, d_id
