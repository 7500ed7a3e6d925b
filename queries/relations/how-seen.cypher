// title: How somebody is seen
// question: [How is {target} seen by {actor}|How is {target} seen, and by whom|Whom does {actor} see, and how|Who is seen how, and by whom]?
// note: Views that no other type says; blame is in who-criticises, a danger seen in who-threatens.
// param target: entity? -- who or what is seen
// param actor: actor? -- who sees it so
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: target, viewer, view, valence, regarding, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: target, viewer, view, valence, when
// noun: view
// example: (none)
// example: --target china
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:VIEWS_AS]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN b.name AS target,
  a.name AS viewer,
  t.gloss AS view,
  CASE WHEN t.sign > 0 THEN 'favourable' WHEN t.sign < 0 THEN 'unfavourable' ELSE 'neither' END AS valence,
  regarding AS regarding,
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
ORDER BY target, viewer, tie_id
