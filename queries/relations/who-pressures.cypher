// title: Who puts pressure on whom
// question: [Does {actor} coerce {target}|Who coerces {target}|Whom does {actor} coerce|Who coerces whom] by means other than sanctions and force, over what?
// note: Pressure that somebody refuses or only considers is no tie: ask what-is-denied or what-is-possible.
// param target: actor? -- who is under pressure
// param actor: actor? -- who presses
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: presser, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: presser, target, regarding, gloss, when
// noun: tie
// example: (none)
// example: --target iran --actor united-states
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (a:Actor)-[t:PRESSURES]->(b:Actor)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  AND b.id = $target // if target
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS presser,
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
ORDER BY presser, target, tie_id
