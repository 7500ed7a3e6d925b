// title: Who balances against whom, or mediates between whom
// question: [Does {actor} keep a balance or mediate between {target} and {other}|Who keeps a balance or mediates between {target} and {other}|Does {actor} keep a balance or mediate between {other} and others|Who keeps a balance or mediates between {other} and others|Does {actor} balance against {target}, or balance or mediate between it and others|Whom does {actor} balance against, and between whom does it keep a balance or mediate|Who balances against {target}, or keeps a balance or mediates between it and others|Who balances against whom, and who keeps a balance or mediates between whom]?
// note: BALANCES is against a power; BALANCES_BETWEEN and MEDIATES are between the target and others; with other, only those between the two.
// param actor: actor? -- who balances or mediates
// param target: actor? -- one of those that it balances or brings together
// param other: actor? -- beside target: only what is between the two (by itself it makes nothing faster)
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: actor, tie, target, others, mechanism, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: actor, tie, target, others, gloss
// noun: tie
// example: (none)
// example: --target saudi-arabia
// example: --target iran --other israel
// budget: 20000 ms -- without an anchor every tie of the type is listed, three types with the others
// also: who balances against {target}; against whom does {actor} balance; between whom does {actor} keep a balance
// also: between whom does {actor} mediate; who mediates between {target} and others; who counterbalances {target}
// also: {actor} balances {target}; counterweight to {target}; who tries to keep {target} in balance; mediators of {target}
// also: does {actor} mediate between {target} and {other}; who keeps the balance between {target} and {other}
// also: who is neutral between {target} and {other}; who stays neutral between {target} and {other}
// also: who is hedging against {target}; {actor}'s balancing act; does {actor} mediate with {target}
// also: who plays {target} off against others; peacemaker between {target}; {actor} hedges between; equidistance of {actor}
// also: who negotiates for {target}; even-handed policy of {actor}; who ~ {target}; {actor} ~ {target}
// also: who keeps the balance between {target} and others; between whom does {actor} manoeuvre
// also: who stays neutral between {target} and others; who brings {target} and its rivals together
// also: does {actor} act as a mediator; {actor} as a ~
// also: balance, counterbalance, counterweight, offset, hedge, mediate, mediation, peacemaker, go between, equidistance
// also: even-handed, balancing act, between, play off, conciliate, good offices, juggle, tightrope, arbitrate, arbitration
// also: broker, negotiator, peace talks, reconcile, moderates, neutral, neutrality, middle way, counter, contain
// also: keeps balance, walking a tightrope, diplomacy, manoeuvre, both sides
// also: who mediates between {target} and {other}; mediators between {target} and {other}; who ~ between {target} and {other}
// also: does {actor} mediate; does {actor} keep a balance; {actor} as a mediator
MATCH (a:Actor {id: $actor}) // if actor
MATCH (e:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
OPTIONAL MATCH (e)<-[:REGARDING]-(k:Claim {makes_tie: true})-[:FROM]->(f) // if target
WITH e, f // if target
ORDER BY f.id // if target
WITH e, collect(DISTINCT f) AS others // if target
UNWIND [e] + others AS n // if target
MATCH (n)-[t:{{pattern set=balancing}}]-() // if target
MATCH (a:Actor)-[t:{{pattern set=balancing}}]->(b:Actor) // if not target
WHERE t.endorsed IS NOT NULL
  AND startNode(t).id = $actor // if actor
  AND (endNode(t).id = $target OR t.claim IS NOT NULL AND $target IN t.regarding) // if target
  AND (endNode(t).id = $other OR t.claim IS NOT NULL AND $other IN t.regarding) // if other
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[r:REGARDING]->(x)
WITH a, b, t, r, x
ORDER BY t.id, r.position, x.id
WITH a, b, t, collect(x.name) AS others
RETURN a.name AS actor,
  type(t) AS tie,
  b.name AS target,
  others AS others,
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
ORDER BY actor, tie, target, tie_id
