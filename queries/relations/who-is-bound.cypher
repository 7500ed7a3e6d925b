// title: Who made, joined or keeps to an instrument
// question: [Has {actor} issued, or is it party to or in compliance with, {instrument}|Who issued, is party to or complies with {instrument}|What has {actor} issued, or is it party to or in compliance with|Who issued, is party to or complies with what]?
// note: A breach is a denied compliance: ask what-is-denied.
// param instrument: entity? -- an agreement, order, resolution, policy, or what is complied with
// param actor: actor? -- only what this actor issued, joined or keeps to
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: instrument, dated, tie, actor, regarding, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: instrument, tie, actor, gloss, when
// noun: tie
// example: (none)
// example: --instrument executive-order-13949
// example: --instrument jcpoa --as-of 2016-01-16
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $instrument}) // if instrument
MATCH (a:Actor)-[t:{{pattern set=instrument}}]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN b.name AS instrument,
  b.date AS dated,
  type(t) AS tie,
  a.name AS actor,
  regarding AS regarding,
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
ORDER BY instrument, tie, actor, tie_id
