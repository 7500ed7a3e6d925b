// title: Ranks and places in an order
// question: Which place [does {actor} have|do actors have] in an order of partners, priorities or power?
// param actor: actor? -- who is ranked, or whose order it is
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: ranked, beside, rank, order_of, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: ranked, beside, rank, order_of, gloss
// noun: place
// example: (none)
// example: --actor iran
// budget: 2500 ms -- without an anchor every tie of the type is listed
MATCH (one:Actor {id: $actor})-[t:RANKS]-(other:Actor) // if actor
MATCH (one:Actor)-[t:RANKS]->(other:Actor) // if not actor
WHERE t.endorsed IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
RETURN a.name AS ranked,
  b.name AS beside,
  t.rank AS rank,
  t.mechanism AS order_of,
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
ORDER BY ranked, beside, rank, tie_id
