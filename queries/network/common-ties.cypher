// title: Ties that two actors have in common
// question: With whom do both {one} and {other} have ties, and of which sign?
// note: Counts only endorsed ties that no coder inferred. Several mentions of a relation count once, and the first is shown.
// param one: actor -- one of the two
// param other: actor -- the other
// takes: as_of, source, as_seen_by
// returns: actor, ties_one, signs_one, ties_other, signs_other, gloss, held_by, in_force, quote, paragraph, source, tie_id
// shows: actor, ties_one, signs_one, ties_other, signs_other
// noun: actor
// example: --one china --other iran
// example: --one egypt --other israel
// also: ties that {one} and {other} have in common; with whom do both {one} and {other} have ties
// also: mutual friends and enemies of {one} and {other}; common friends of {one} and {other}
// also: shared partners of {one} and {other}; common enemies of {one} and {other}
// also: third parties that {one} and {other} share relations with; who has ties with {one} as well as {other}
// also: who knows both {one} and {other}; friends that {one} and {other} share
// also: common neighbours in the network of {one} and {other}; overlap of the ties of {one} and {other}
// also: shared friends and foes of {one} and {other}; who deals with both {one} and {other}
// also: which contacts do {one} and {other} have in common; same friends and enemies
// also: common, in common, mutual, shared, both, third parties, friends, enemies, partners, contacts, overlap, joint
// also: as well as, alike, third countries, foes, acquaintances, same, same partners, same friends, same enemies
// also: intersection, commonality, both deal, deals with both, mutual contacts, shared contacts, each of them
UNWIND [$one, $other] AS side
MATCH (:Actor {id: side})-[t]-(x:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND x.id <> $other AND x.id <> $one
  {{measure_filters t}}
WITH side, x, t
ORDER BY x.id, type(t), t.sign, t.paragraph, t.id
WITH side, x, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
ORDER BY x.id, kind, valence
WITH x, collect(CASE WHEN side = $one THEN mentioned[0] END) AS one_ties, collect(CASE WHEN side = $other THEN mentioned[0] END) AS other_ties
WHERE size(one_ties) > 0 AND size(other_ties) > 0
WITH x, one_ties, other_ties, one_ties + other_ties AS shown
RETURN x.name AS actor,
  [t IN one_ties | type(t)] AS ties_one,
  [t IN one_ties | t.sign] AS signs_one,
  [t IN other_ties | type(t)] AS ties_other,
  [t IN other_ties | t.sign] AS signs_other,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | {{in_force t}}] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY actor, x.id
