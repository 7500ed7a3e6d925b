// title: Brokers between two camps
// question: Who has cooperative ties with the camp of {one} as well as with the camp of {other}?
// note: A camp is the actor itself and its members as coded; members of both camps are left out. Counts only endorsed ties that no coder inferred, of the types that enter structural balance. Several mentions of a relation count once, and the first is shown. also_hostile lists the members of either camp with which the broker also has hostile ties.
// param one: actor -- one camp: an actor or a group
// param other: actor -- the other camp
// takes: as_of, source, as_seen_by
// returns: broker, with_one, with_other, also_hostile, ties, gloss, held_by, in_force, quote, paragraph, source, tie_id
// shows: broker, with_one, with_other, also_hostile
// noun: broker
// example: --one iran --other irans-rivals-in-the-middle-east
// example: --one iran --other saudi-arabia
// budget: 300 ms -- reads every tie of both camps with all their members
// also: who could mediate between {one} and {other}; who stands between {one} and {other}
// also: who could serve as a bridge between {one} and {other}; brokers between {one} and {other}
// also: go-betweens linking {one} and {other}; who has good ties with both {one} and {other}
// also: who is friends with both {one} and {other}; intermediaries between the camps of {one} and {other}
// also: who connects the camps of {one} and {other}; possible mediators between {one} and {other}
// also: who could bring {one} and {other} together; honest broker for {one} and {other}
// also: who is on good terms with {one} and {other}; who might be a middleman between {one} and {other}
// also: who has a foot in both camps of {one} and {other}; who could reconcile {one} and {other}
// also: who talks to both {one} and {other}; who has good relations with both {one} and {other}
// also: who is on good terms with both {one} and {other}
// also: who is between {one} and {other}; possible go-betweens for {one} and {other}
// also: broker, bridge, bridge-builder, go-between, intermediary, middleman, mediator, could mediate, serve as, link
// also: connect, camp, both sides, both, in between, friends with both, good offices, facilitator, channel, both camps
// also: middlemen, intermediate, conduit, hinge, pivot, liaison, envoy, reconcile, reconciliation, foot in both, third party
// also: negotiate, could talk, on speaking terms, trusted, neutral, honest broker, peace, matchmaker, gatekeeper
// unlike: mediate, mediates, mediated, brokered
MATCH (o:Actor {id: $one})
OPTIONAL MATCH (o)<-[m:MEMBER_OF]-(x:Actor)
WHERE m.endorsed
WITH o, x
ORDER BY x.id
WITH o, collect(DISTINCT x.id) AS members
WITH members + [o.id] AS camp_one
MATCH (p:Actor {id: $other})
OPTIONAL MATCH (p)<-[m:MEMBER_OF]-(x:Actor)
WHERE m.endorsed
WITH camp_one, p, x
ORDER BY x.id
WITH camp_one, p, collect(DISTINCT x.id) AS members
WITH camp_one, members + [p.id] AS camp_other
WITH camp_one, camp_other, [member IN camp_one | [member, 1]] + [member IN camp_other | [member, 2]] AS members
UNWIND members AS each
WITH camp_one, camp_other, each[0] AS member_id, each[1] AS side
MATCH (y:Actor {id: member_id})-[t]-(b:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN {{types balance=out}} AND NOT b.id IN camp_one AND NOT b.id IN camp_other
  {{measure_filters t}}
WITH side, b, y, t
ORDER BY b.id, y.id, type(t), t.sign, t.paragraph, t.id
WITH side, b, y, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
ORDER BY b.id, y.id, kind, valence
WITH b, collect(CASE WHEN side = 1 THEN mentioned[0] END) AS ties_one, collect(CASE WHEN side = 2 THEN mentioned[0] END) AS ties_other, collect(DISTINCT CASE WHEN side = 1 AND valence > 0 THEN y.name END) AS with_one, collect(DISTINCT CASE WHEN side = 2 AND valence > 0 THEN y.name END) AS with_other, collect(DISTINCT CASE WHEN side = 1 AND valence < 0 THEN y.name END) AS against_one, collect(DISTINCT CASE WHEN side = 2 AND valence < 0 THEN y.name END) AS against_other
WHERE size(with_one) > 0 AND size(with_other) > 0
WITH b, with_one AS side_one, with_other AS side_other, against_one + against_other AS also_hostile, ties_one + ties_other AS shown
RETURN b.name AS broker,
  side_one AS with_one,
  side_other AS with_other,
  also_hostile AS also_hostile,
  [t IN shown | type(t)] AS ties,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | {{in_force t}}] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY broker, b.id
