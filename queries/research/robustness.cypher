// title: What survives when something is left out
// question: Which relations of {actor} still stand without inferred claims[, without {without_holder}][, without {without_source}], and which of them does the author only report?
// note: One row per relation (who, type, whom). stands is true if a mention remains that no coder inferred and that does not come from the holder or source left out. asserted_mentions counts the mentions that the author vouches for; if it is 0, the author only reports the relation.
// param actor: actor -- whose relations
// param without_holder: actor? -- leave out what this holder says
// param without_source: source? -- leave out this source
// takes: as_of, source
// returns: from_name, tie, to_name, stands, mentions, mentions_left, inferred_mentions, asserted_mentions, holders, sources, held_by, in_force, quote, paragraph, source, tie_id
// shows: from_name, tie, to_name, stands, mentions_left
// noun: relation
// example: --actor iran
// example: --actor china --without-holder chinese-officials
// also: which relations of {actor} survive without what coders inferred
// also: how robust are {actor}'s ties if {without_holder} is left out; {actor} without {without_holder}
// also: which relations of {actor} still stand when something is left out; which ties of {actor} rest on one holder
// also: what remains of {actor}'s ties without {without_source}; how solid are {actor}'s relations
// also: are {actor}'s ties well supported; sensitivity of {actor}'s relations to {without_holder}
// also: how much depends on {without_holder} for {actor}; what remains if we ignore {without_holder}; drop {without_holder}
// also: how reliable are the ties of {actor}; how certain are {actor}'s relations; robustness of {actor}
// also: would the picture of {actor} change if we dropped what coders inferred
// also: what stays of {actor}'s relations if reports are left out; {actor}'s relations, only what the author asserts
// also: how much of {actor} rests on inference
// also: robust, survive, left out, leave out, without, ignore, drop, exclude, stand, still stand, solid, sensitivity
// also: sensitive, reliable, reliability, rest on, inferred, only reported, withstand, hold up, disregard, remain, omit
// also: firm, removed, take away, taken away, strip, coders, stays, persist, picture, still hold, hinge, depend, hearsay
// also: reported, weakly supported, well supported, well founded, certainty, trust, trustworthy, confidence, resilient
// also: sturdy, stable, test, sensitivity analysis, minus, except
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
