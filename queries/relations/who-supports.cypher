// title: Who supports whom
// question: [Does {actor} support {target}|Who supports {target}|Whom or what does {actor} support|Who supports whom], and in whose eyes?
// note: Political or diplomatic backing; for arms, money and deals ask who-arms, who-funds and who-cooperates.
// param target: entity? -- who or what is supported
// param actor: actor? -- who supports
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: supporter, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: supporter, target, regarding, gloss, when
// noun: tie
// see: who-funds, who-arms
// example: (none)
// example: --actor china
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:SUPPORTS]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS supporter,
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
ORDER BY supporter, target, tie_id
