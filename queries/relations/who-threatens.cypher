// title: Who threatens whom
// question: [Is {threatened} threatened by {threat}|Who or what threatens {threatened}|Whom does {threat} threaten|Who or what threatens whom], and in whose eyes?
// note: Threats that are uttered, and dangers that somebody sees; a danger that somebody denies is in what-is-denied.
// param threatened: actor? -- who is threatened or sees the danger
// param threat: entity? -- who or what the threat comes from
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: threat, threatened, in_whose_eyes, tie, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: threat, threatened, in_whose_eyes, gloss, when
// noun: tie
// example: (none)
// example: --threat iran
// budget: 6000 ms -- without an anchor every tie of the type is listed
MATCH (two:Actor|Instrument|Event|Place|Factor|Issue {id: $threat}) // if threat
MATCH (one:Actor {id: $threatened})-[t:{{pattern set=danger}}]-(two) // if threatened
MATCH (one)-[t:{{pattern set=danger}}]-(two) // if not threatened
WHERE t.endorsed IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
WHERE t.endorsed IS NOT NULL
  AND (type(t) = 'THREATENS' AND a.id = $threat OR type(t) <> 'THREATENS' AND b.id = $threat) // if threat
  AND (type(t) = 'THREATENS' AND b.id = $threatened OR type(t) <> 'THREATENS' AND a.id = $threatened) // if threatened
{{regarding_names t keep=a,b}}
RETURN CASE WHEN type(t) = 'THREATENS' THEN a.name ELSE b.name END AS threat,
  CASE WHEN type(t) = 'THREATENS' THEN b.name ELSE a.name END AS threatened,
  CASE WHEN type(t) = 'THREATENS' THEN t.held_by ELSE a.name END AS in_whose_eyes,
  type(t) AS tie,
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
ORDER BY threat, threatened, tie_id
