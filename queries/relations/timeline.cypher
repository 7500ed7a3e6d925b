// title: What happened when
// question: Which ties does {actor} have[ with {other}], in order of time?
// note: An event without a date is placed where the text tells it: next to the nearest dated statement in its paragraph (named in the column placed). That is the order of the text, not a date.
// param actor: actor -- whose ties
// param other: actor? -- only those with this actor
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: since, until, placed, from_name, tie, to_name, gloss, held_by, in_force, quote, paragraph, source, record, tie_id
// shows: when, placed, from_name, tie, gloss
// undated: actor, other
// noun: tie
// example: --actor china --other iran
// example: --actor iran
// also: ties of {actor}; relations of {actor}; relationships of {actor}
// also: timeline of {actor}; timeline of {actor} and {other}; chronology of {actor} {other} relations; history of {actor}
// also: history of {actor} and {other} in dates; when did things happen between {actor} and {other}
// also: dated events in the story of {actor}; sequence of events for {actor}; what happened when between {actor} and {other}
// also: milestones of {actor} {other} relations; {actor} in chronological order; give me the dates of {actor}
// also: how did things unfold between {actor} and {other}; {actor} through time; key dates of {actor} and {other}
// also: calendar of {actor}; order of events; walk me through the history of {actor} {other} relations
// also: when did what happen to {actor}; how did {actor} get here; what came first, then what for {actor}
// also: course of {actor} {other} relations
// also: timeline, chronology, chronological, chronicle, history, historical, dates, when, sequence, milestone, order of time
// also: in order, unfold, through time, story, key dates, calendar, happened when, course of events, walk through, course
// also: evolution, progression, year after year, past, events, by date, sorted by date, dates of, record, annals, genesis
// also: background, steps, phases, stages, eras, over the years, development, so far, until now, from the beginning, went
// also: log, diary, happened, retrospective, decades, evolve, develop
// also: how did {actor} {other} relations develop; how have ties of {actor} with {other} evolved over the decades
// also: change over the decades; change over the years; how did {actor}'s relations with {other} change over time
MATCH (actor:Actor {id: $actor})-[t]-(other)
WHERE t.endorsed IS NOT NULL
  AND other.id = $other // if other
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b, t.since IS NOT NULL OR t.until IS NOT NULL AS dated
WITH t, a, b, dated, t.source AS source_id, CASE WHEN NOT dated THEN t.claim END AS claim_id, CASE WHEN NOT dated THEN t.paragraph END AS number
OPTIONAL MATCH (c:Claim {id: claim_id})
WITH t, a, b, dated, source_id, number, c
WHERE dated OR c.aspect = 'event' OR t.until_latest IS NOT NULL
OPTIONAL MATCH (n:Claim {source: source_id, paragraph: number})
WHERE n.mode = 'actual' AND NOT n.negated AND n.since_earliest IS NOT NULL
WITH t, a, b, dated, n, abs(n.start_char - c.start_char) AS distance
ORDER BY t.id, distance, n.id
WITH t, a, b, dated, collect(n) AS beside
WHERE dated OR size(beside) > 0
WITH t, a, b, dated, CASE WHEN dated THEN null ELSE beside[0] END AS n
RETURN t.since AS since,
  t.until AS until,
  CASE WHEN NOT dated THEN 'told beside ' + n.since END AS placed,
  a.name AS from_name,
  type(t) AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  t.gloss AS gloss,
  t.held_by AS held_by,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY coalesce(n.since_earliest, t.since_earliest, t.until_earliest, t.until_latest), coalesce(n.since_latest, t.until_latest, t.until_earliest, t.since_latest), dated DESC, tie_id
