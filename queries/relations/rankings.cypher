// title: Rankings of partners, priorities and power
// question: What place [does {actor} have|do actors have] in a ranking of partners, priorities or power?
// param actor: actor? -- who is ranked, or whose ranking it is
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: ranked, beside, rank, order_of, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: ranked, beside, rank, order_of, gloss
// noun: place
// example: (none)
// example: --actor iran
// budget: 2500 ms -- without an anchor every tie of the type is listed
// also: where does {actor} rank; which place does {actor} have; rank of {actor}; is {actor} the world's number two
// also: {actor} in the top; does {actor} make the top of partners; {actor}'s top partners in order of importance
// also: order of {actor}'s partners; {actor}'s most important partners; priority of {actor}
// also: which position does {actor} have in the order of power; first trading partner of {actor}
// also: how high is {actor} on the list; is {actor} a superpower; biggest partner of {actor}; how important is {actor}
// also: {actor}'s biggest; largest; second place; how high does {actor} stand; who is number one for {actor}
// also: who matters most to {actor}; where does {actor} come in the order; how does {actor} compare with others
// also: is {actor} a priority
// also: rank, place, position, top, number one, number two, number three, first, second, third, order, priority, importance
// also: most important, biggest, largest, strongest, leading, main partner, superpower, hierarchy, league, standing
// also: compared to others, how high, high, low, lower, matter, matters most, most, least, best, foremost, primary, chief
// also: key, prime, premier, weight, heavyweight, pecking order, ladder, tier, class, level, category, pole, superior
// also: dominant, significance, rated, comes first, top partner, main, greatest, second-largest, third-largest, record
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
