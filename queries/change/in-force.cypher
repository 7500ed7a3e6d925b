// title: What was in force on a day
// question: Which ties[ of {actor}][ ({tie})][ concerning {about}] were in force on {day}?
// note: holds says whether the tie was certainly or possibly in force. unknown: its source ends before that day. undated: the source gives no dates.
// param day: date -- the day
// param actor: entity? -- on either side of the tie, or what a claim behind it is about
// param about: entity? -- only ties of it or about it, including those of data sets (a dispute, an agreement); searches every tie
// param tie: tie? -- only ties of this type
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: holds, from_name, tie, to_name, regarding, gloss, held_by, inferred, since, until, quote, paragraph, source, record, tie_id
// shows: from_name, tie, to_name, gloss, when
// noun: tie
// example: --day 2020-10-19 --actor iran
// example: --day 2015-11-01 --tie party-to
// example: --day 2020-10-19 --about arms-sales-to-iran
// budget: 80000 ms -- without an anchor every tie is read, and a third of a million listed with the names of what they are about
// also: what was in force; state of play; which ties held; ties of {actor} in force; ties of {actor} that held
// also: relations of {actor} on that day; snapshot of relations; what was valid; status on a day
// also: all relations that {actor} had on the day; which {tie} were in force; situation on a day; what applied on a day
// also: who was tied to whom on that day; the network as it stood; how things stood for {actor}; active ties about {about}
// also: still in force; everything valid; which {tie} existed; relationships standing on a day; relations standing
// also: in force, valid, held, hold, still, state of play, status quo, snapshot, situation, as it stood, stand, active
// also: current, effect, applied, existing, day, relations, ties, in place, running, prevailing, at that time, at that point
// also: operative, lasting, ongoing, pending, alive, relationships
MATCH (e:Actor|Instrument|Event|Place|Factor|Issue {id: $actor}) // if actor
OPTIONAL MATCH (e)<-[:REGARDING]-(k:Claim {makes_tie: true})-[:FROM]->(f) // if actor
WITH e, f // if actor
ORDER BY f.id // if actor
WITH e, collect(DISTINCT f) AS others // if actor
UNWIND [e] + others AS n // if actor
MATCH (n)-[t]-() // if actor
MATCH (a)-[t]->(b) // if not actor
WHERE t.endorsed IS NOT NULL
  AND {{may_hold t on=day}}
  AND ($actor IN [startNode(t).id, endNode(t).id] OR t.claim IS NOT NULL AND $actor IN t.regarding) // if actor
  AND ($about IN [startNode(t).id, endNode(t).id] OR $about IN t.regarding) // if about
  AND type(t) = $tie // if tie
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b // if actor
{{regarding_names t keep=a,b}}
RETURN {{in_force t on=day}} AS holds,
  a.name AS from_name,
  type(t) AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  regarding AS regarding,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY holds, from_name, tie, to_name, tie_id
