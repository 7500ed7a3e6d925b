// title: Who cooperates with whom
// question: [Do {actor} and {partner} cooperate, make agreements, meet or stand as allies|With whom does {actor} cooperate, make agreements, meet or ally|With whom does {partner} cooperate, make agreements, meet or ally|Who cooperates, makes agreements, meets or allies with whom]?
// param actor: actor? -- one of the two
// param partner: actor? -- the other
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: one, tie, other, regarding, mechanism, via, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: one, tie, other, gloss, when
// noun: tie
// example: (none)
// example: --actor china --partner saudi-arabia
// budget: 20000 ms -- without an anchor every tie of the type is listed, four types with their instruments
// also: with whom does {actor} cooperate; who cooperates with {actor}; who works with {actor}
// also: who are {actor}'s friends and partners; partners of {actor}; allies of {actor}; who is allied with {actor}
// also: agreements and meetings of {actor} with {partner}; does {actor} cooperate with {partner}
// also: cooperation between {actor} and {partner}; {actor} working hand in hand; does {actor} get on well with {partner}
// also: who meets with {actor}; who did {actor} sign agreements with; joint projects of {actor} and {partner}
// also: collaboration of {actor} with {partner}; who is friendly with {actor}; are {actor} and {partner} allies
// also: is {partner} an ally of {actor}; strategic partnership of {actor} and {partner}; deals between {actor} and {partner}
// also: who ~ {actor}; {actor} ~ {partner}; ~ between {actor} and {partner}; whom does {actor} collaborate with
// also: who is on good terms with {actor}; who pulls together with {actor}; with whom did {actor} hold talks
// also: {actor}'s closest partners; do {actor} and {partner} work together
// also: cooperate, cooperation, collaborate, collaboration, work with, work together, hand in hand, partner, partnership
// also: friend, ally, agree, meet, joint, together, teams up, close, closest, get on well, side by side, deal, exercise
// also: joint exercises, sign, talk, dialogue, works, teamwork, join forces, pull together, common cause, ties with
// also: good terms, relations with, exchange, coordinate, coordination, consult, met, visit, summit, pact, accord
// also: understanding, memorandum, friend of, befriended, cordial, warm, liaise, bond, drills, manoeuvres, contract
// also: did {actor} and {partner} meet; have {actor} and {partner} met; {actor} met {partner}; meeting of {actor} with {partner}
// also: {actor}'s friends; friends of {actor}; {actor}'s allies; {actor}'s partners; {actor} {partner} ~; {actor}'s ~ with {partner}
// also: is {actor} allied with {partner}; is {actor} a friend of {partner}; {actor} ~ with {partner}
// also: who negotiated with {actor}; who negotiates with {actor}; negotiations between {actor} and {partner}; talks between {actor} and {partner}
// also: military cooperation between {actor} and {partner}; {actor} {partner} military cooperation; military cooperation of {actor}; defence cooperation of {actor} with {partner}
// also: military ties between {actor} and {partner}; defence cooperation between {actor} and {partner}
// also: military cooperation, defence cooperation, military ties, defence ties, negotiate, negotiated, negotiations, talks
MATCH (other:Actor {id: $partner}) // if partner
MATCH (one:Actor {id: $actor})-[t:{{pattern set=cooperation}}]-(other:Actor) // if actor
MATCH (one:Actor)-[t:{{pattern set=cooperation}}]-(other:Actor) // if not actor
WHERE t.endorsed IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, b, t, v, i
ORDER BY t.id, v.position, i.id
WITH a, b, t, collect(i.name) AS via
{{regarding_names t keep=a,b,via}}
RETURN a.name AS one,
  type(t) AS tie,
  b.name AS other,
  regarding AS regarding,
  t.mechanism AS mechanism,
  via AS via,
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
ORDER BY one, other, tie, paragraph, tie_id
