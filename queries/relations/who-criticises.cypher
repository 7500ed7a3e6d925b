// title: Who criticises whom
// question: [Does {actor} blame {target}|Who blames {target}|Whom does {actor} blame|Who blames whom] in words, for what, and in whose eyes?
// param target: entity? -- who or what is criticised
// param actor: actor? -- who criticises
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: critic, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: critic, target, regarding, gloss, when
// noun: tie
// example: (none)
// example: --target united-states --as-of 2021-03-18
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:CRITICISES]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS critic,
  b.name AS target,
  regarding AS regarding,
  t.mechanism AS mechanism,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.endorsed AS endorsed,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY critic, target, tie_id
