// title: Who cooperates with whom
// question: [Do {actor} and {partner} cooperate, agree, meet or stand in alliance|With whom does {actor} cooperate, agree, meet or stand in alliance|With whom does {partner} cooperate, agree, meet or stand in alliance|Who cooperates, agrees, meets or stands in alliance with whom]?
// param actor: actor? -- one of the two
// param partner: actor? -- the other
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: one, tie, other, regarding, mechanism, via, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: one, tie, other, gloss, when
// noun: tie
// example: (none)
// example: --actor china --partner saudi-arabia
// budget: 15000 ms -- without an anchor every tie of the type is listed, four types with their instruments
MATCH (other:Actor {id: $partner}) // if partner
MATCH (one:Actor {id: $actor})-[t:{{pattern set=cooperation}}]-(other:Actor) // if actor
MATCH (one:Actor)-[t:{{pattern set=cooperation}}]-(other:Actor) // if not actor
WHERE t.endorsed IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, b, t, v, i
ORDER BY t.id, v.position
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
