// title: Interests in conflict
// question: [Do the interests, views or efforts of {actor} and {other} conflict, and are they rivals|With whose interests, views or efforts do those of {actor} conflict, and who are its rivals|With whose interests, views or efforts do those of {other} conflict, and who are its rivals|Whose interests, views or efforts conflict, and who are rivals]?
// param actor: actor? -- one of the two sides
// param other: entity? -- the other side
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: one, tie, other, regarding, mechanism, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: one, tie, other, gloss, when
// noun: tie
// example: (none)
// example: --actor china --other iran
// budget: 9000 ms -- without an anchor every tie of the type is listed
// also: whose interests run against those of {actor}; whose interests collide with {actor}; rivals of {actor}
// also: who are the rivals of {actor}; enemies of {actor}; who are {actor}'s enemies; rivalry between {actor} and {other}
// also: competition between {actor} and {other}; conflict of interest between {actor} and {other}
// also: where do the interests of {actor} and {other} diverge; who competes with {actor}; adversaries of {actor}
// also: hostility between {actor} and {other}; at odds with {actor}; tensions between {actor} and {other}
// also: do {actor} and {other} compete; who is {actor} at loggerheads with; what divides {actor} and {other}
// also: with whom does {actor} compete; who stands in competition with {actor}; who vies with {actor}
// also: whose goals clash with those of {actor}; opponents of {actor}; bones of contention between {actor} and {other}
// also: points of friction between {actor} and {other}
// also: interest, collide, conflict of interest, run against, rival, rivalry, compete, competitor, contest, adversary, enemy
// also: foe, hostility, enmity, tension, diverge, incompatible, clash, antagonism, opposing, at odds, divide, disagree
// also: loggerheads, vie, vies, vying, contend, opponents, conflicting, conflicting interests, friction, discord, dispute
// also: differences, contention, bone of contention, feud, adversarial, irreconcilable, incompatible goals, struggle, odds
// also: with whom is {actor} on bad terms; who is on bad terms with {actor}; bad terms
// also: does {actor} compete with {other}; {actor} competes with {other}
MATCH (two:Actor|Instrument|Event|Place|Factor|Issue {id: $other}) // if other
MATCH (one:Actor {id: $actor})-[t:{{pattern set=rivalry}}]-(two) // if actor
MATCH (one)-[t:{{pattern set=rivalry}}]-(two) // if not actor
WHERE t.endorsed IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
{{regarding_names t keep=a,b}}
RETURN a.name AS one,
  type(t) AS tie,
  b.name AS other,
  regarding AS regarding,
  t.mechanism AS mechanism,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY tie, one, other, paragraph, tie_id
