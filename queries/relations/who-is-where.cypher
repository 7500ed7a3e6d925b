// title: Who is where, and who holds what
// question: [Is {actor} present in {place}, or does it control it|Where is {actor} present, and what does it control|Who is present in {place}, or controls it|Who is present where, and controls what]?
// param actor: actor? -- who is present or in control
// param place: entity? -- a place, a country, or a body that is controlled
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: actor, tie, place, mechanism, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: actor, tie, place, gloss, when
// noun: tie
// example: (none)
// example: --place bab-al-mandeb-strait
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $place}) // if place
MATCH (a:Actor)-[t:{{pattern set=presence}}]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
RETURN a.name AS actor,
  type(t) AS tie,
  b.name AS place,
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
ORDER BY place, tie, actor, tie_id
