// title: Friends of one actor that are adversaries of another
// question: Who is on good terms with {friend} and at odds with {adversary}?
// note: Counts only endorsed ties that no coder inferred, of the types that enter structural balance. Several mentions of a relation count once, and the first is shown. friendly and hostile list the types of tie; also_hostile lists any hostile ties with the friend.
// param friend: actor -- the actor that they have cooperative ties with
// param adversary: actor -- the actor that they have hostile ties with
// takes: as_of, source, as_seen_by
// returns: actor, friendly, hostile, also_hostile, gloss, held_by, in_force, quote, paragraph, source, tie_id
// shows: actor, friendly, hostile, also_hostile
// noun: actor
// example: --friend china --adversary iran
// example: --friend iran --adversary united-states
// also: which friends of {friend} are enemies of {adversary}; on good terms with {friend} but hostile to {adversary}
// also: friend of {friend} and enemy of {adversary}; who is close to {friend} and against {adversary}
// also: allies of {friend} that are adversaries of {adversary}; who likes {friend} and dislikes {adversary}
// also: partners of {friend} at odds with {adversary}; enemies of {adversary} that are friends of {friend}
// also: who gets on with {friend} but not with {adversary}; the enemy of my enemy
// also: friendly with {friend} and hostile toward {adversary}; who gets along with {friend} yet is hostile to {adversary}
// also: who gets on with {friend} and opposes {adversary}; who is friendly to {friend} and unfriendly to {adversary}
// also: who stands with {friend} against {adversary}
// also: friend, enemy, adversary, foe, good terms, on good terms, but hostile, hostile to, at odds, close to, but not with
// also: likes, dislikes, opponents, gets along, yet, hostile, unfriendly, friendlier, ally, opposed, sympathetic
// also: antagonistic, antagonist, rivals, torn, loyal, buddies, pals, pro, anti
UNWIND [$friend, $adversary] AS side
MATCH (:Actor {id: side})-[t]-(x:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN {{types balance=out}}
  {{measure_filters t}}
WITH side, x, t
ORDER BY x.id, type(t), t.sign, t.paragraph, t.id
WITH side, x, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
ORDER BY x.id, kind, valence
WITH x, collect(CASE WHEN side = $friend AND valence > 0 THEN mentioned[0] END) AS good, collect(CASE WHEN side = $friend AND valence < 0 THEN mentioned[0] END) AS bad, collect(CASE WHEN side = $adversary AND valence < 0 THEN mentioned[0] END) AS against
WHERE size(good) > 0 AND size(against) > 0
WITH x, good, bad, against, good + against AS shown
RETURN x.name AS actor,
  [t IN good | type(t)] AS friendly,
  [t IN against | type(t)] AS hostile,
  size(bad) > 0 AS also_hostile,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | {{in_force t}}] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY actor, x.id
