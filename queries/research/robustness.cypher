// title: What survives when something is left out
// question: Which relations of {actor} still stand without inferred claims, without what the author only reports[, without {without_holder}][, without {without_source}]?
// note: One row a relation: who, type, whom. stands = some mention is left that no coder inferred and, where given, that does not come from the holder or source left out.
// param actor: actor -- whose relations
// param without_holder: actor? -- leave out what this holder says
// param without_source: source? -- leave out this source
// takes: as_of, source
// returns: from_name, tie, to_name, stands, mentions, mentions_left, inferred_mentions, asserted_mentions, holders, sources, held_by, in_force, quote, paragraph, source, tie_id
// shows: from_name, tie, to_name, stands, mentions_left
// noun: relation
// example: --actor iran
// example: --actor china --without-holder chinese-officials
MATCH (one:Actor {id: $actor})-[t]-(other)
WHERE t.endorsed IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
ORDER BY a.id, type(t), b.id, t.id
WITH a, b, type(t) AS tie, collect(t) AS mentions, collect(DISTINCT t.held_by) AS holders, collect(DISTINCT t.source) AS sources
WITH a, b, tie, mentions, holders, sources, [t IN mentions WHERE NOT t.inferred
  AND NOT $without_holder IN t.holder // if without_holder
  AND t.source <> $without_source // if without_source
  ] AS left_over
RETURN a.name AS from_name,
  tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  size(left_over) > 0 AS stands,
  size(mentions) AS mentions,
  size(left_over) AS mentions_left,
  size([t IN mentions WHERE t.inferred]) AS inferred_mentions,
  size([t IN mentions WHERE t.endorsed AND NOT t.inferred]) AS asserted_mentions,
  holders AS holders,
  sources AS sources,
  [t IN mentions | t.held_by] AS held_by,
  [t IN mentions | {{in_force t}}] AS in_force, // if as_of
  [t IN mentions | t.quote] AS quote,
  [t IN mentions | t.paragraph] AS paragraph,
  [t IN mentions | t.source] AS source,
  [t IN mentions | t.id] AS tie_id
ORDER BY stands, from_name, tie, to_name, b.id
