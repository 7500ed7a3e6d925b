// title: Relations both cooperative and hostile
// question: With whom does {actor} have both cooperative and hostile ties?
// note: Counts only endorsed ties that no coder inferred, of the types that enter structural balance. Several mentions of a relation count once, and the first is shown. Both signs are shown side by side and not netted out.
// param actor: actor -- whose relations
// takes: as_of, source, as_seen_by
// returns: actor, other, cooperative, hostile, gloss, held_by, in_force, quote, paragraph, source, tie_id
// shows: other, cooperative, hostile
// noun: actor
// example: --actor china
// example: --actor iran
// also: with whom is {actor} friend and foe at once; ambivalent relationships of {actor}; mixed relations of {actor}
// also: with whom does {actor} have both good and bad relations; frenemies of {actor}; love-hate relations of {actor}
// also: who is partner and rival of {actor} at the same time; relations of {actor} with two signs
// also: contradictory relations of {actor}; cooperative and hostile ties of {actor} at once
// also: with whom does {actor} both cooperate and quarrel; double-edged relations of {actor}
// also: who is both friend and enemy of {actor}; where does {actor} blow hot and cold
// also: who is simultaneously a partner and an opponent of {actor}; with whom is {actor} on good and on bad terms
// also: whom does {actor} both help and harm
// also: two-sided, ambivalent, ambiguous, mixed, frenemy, friend and foe, friend and enemy, love-hate, both, at once
// also: at the same time, simultaneously, double-edged, good and bad, cooperative and hostile, both friendly and hostile
// also: partner and rival, double game, hot and cold, complicated, contradictory, ambivalently, janus-faced, two-faced
// also: split, torn, mixed feelings, dual, double, double standard, partner and opponent, opponent, both a friend
// also: competitor, cooperate and compete, coopetition, in-between, conflicted, at the same moment, rocky, uneasy
MATCH (a:Actor {id: $actor})-[t]-(b:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred AND t.sign <> 0 AND NOT type(t) IN {{types balance=out}}
  {{measure_filters t}}
WITH a, b, t
ORDER BY b.id, type(t), t.sign, t.paragraph, t.id
WITH a, b, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
ORDER BY b.id, kind, valence
WITH a, b, collect(mentioned[0]) AS ties
WITH a, b, [t IN ties WHERE t.sign > 0] AS good, [t IN ties WHERE t.sign < 0] AS bad
WHERE size(good) > 0 AND size(bad) > 0
WITH a, b, good, bad, bad + good AS shown
RETURN a.name AS actor,
  b.name AS other,
  [t IN good | type(t)] AS cooperative,
  [t IN bad | type(t)] AS hostile,
  [t IN shown | t.gloss] AS gloss,
  [t IN shown | t.held_by] AS held_by,
  [t IN shown | {{in_force t}}] AS in_force, // if as_of
  [t IN shown | t.quote] AS quote,
  [t IN shown | t.paragraph] AS paragraph,
  [t IN shown | t.source] AS source,
  [t IN shown | t.id] AS tie_id
ORDER BY other, b.id
