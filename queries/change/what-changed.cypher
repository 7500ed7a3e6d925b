// title: What changed between two days
// question: Which ties[ of {actor}][ ({tie})][ concerning {about}] began, ended or happened from {start} to {finish}?
// note: sure is certainly if the stated date lies wholly between the two days, and possibly if only part of it does. An end that no source dates is listed only if it must lie between the two days: after the stated beginning, and before the end of its source. Ties without any date are not listed.
// param start: date -- the first day
// param finish: date -- the last day
// param actor: entity? -- on either side of the tie, or what a claim behind it is about
// param about: entity? -- only ties of it or about it, including those of data sets (a dispute, an agreement); searches every tie
// param tie: tie? -- only ties of this type
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: day, change, sure, from_name, tie, to_name, regarding, gloss, held_by, inferred, quote, paragraph, source, record, tie_id
// shows: day, change, gloss, sure
// undated: actor, about
// noun: change
// example: --start 2012-11-01 --finish 2016-12-31
// example: --start 2020-01-01 --finish 2020-12-31 --actor iran
// example: --start 2020-01-01 --finish 2020-12-31 --about un-arms-embargo
// budget: 5000 ms -- without an anchor every tie is read
// also: what changed; what happened; what is new for {actor}; news about {actor}; changes for {actor}
// also: developments around {actor}; what began and what ended; what started or stopped; what happened to {actor}
// also: events of the year; which {tie} began or ended; what changed about {about}; anything new concerning {actor}
// also: what has been going on with {actor}; new and ended ties of {actor}; which ties of {actor} began or ended
// also: what came and went; what was different for {actor}; which developments did {actor} see
// also: what happened between {actor} and {about}; what went on between {actor} and {about}; what changed between {actor} and {about}
// also: what was changed by {actor}
// also: change, new, happen, begin, began, start, end, stop, development, going on, shift, turn, update, came and went
// also: emerge, cease, latest, recent, altered, transformed, evolve, launch, concluded, expired, finished, breakdown
// also: took place, occurred, incidents, headlines, innovations, resumed
MATCH (e:Actor|Instrument|Event|Place|Factor|Issue {id: $actor}) // if actor
OPTIONAL MATCH (e)<-[:REGARDING]-(k:Claim {makes_tie: true})-[:FROM]->(f) // if actor
WITH e, f // if actor
ORDER BY f.id // if actor
WITH e, collect(DISTINCT f) AS others // if actor
UNWIND [e] + others AS n // if actor
MATCH (n)-[t]-() // if actor
MATCH (a)-[t]->(b) // if not actor
WHERE t.endorsed IS NOT NULL AND (t.since_latest >= $start AND t.since_earliest <= $finish OR t.until_latest >= $start AND (t.until_earliest IS NULL OR t.until_earliest <= $finish))
  AND ($actor IN [startNode(t).id, endNode(t).id] OR t.claim IS NOT NULL AND $actor IN t.regarding) // if actor
  AND ($about IN [startNode(t).id, endNode(t).id] OR $about IN t.regarding) // if about
  AND type(t) = $tie // if tie
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b // if actor
WITH a, t, b, coalesce(t.since_earliest = t.until_earliest AND t.since_latest = t.until_latest, false) AS at_once
UNWIND CASE WHEN at_once THEN ['happened'] ELSE ['began', 'ended'] END AS change
WITH a, t, b, change, CASE WHEN change = 'ended' THEN coalesce(t.until_earliest, t.since_earliest) ELSE t.since_earliest END AS earliest, CASE WHEN change = 'ended' THEN t.until_latest ELSE t.since_latest END AS latest
WHERE latest >= $start AND (earliest IS NULL AND change = 'ended' OR earliest <= $finish)
  AND (change = 'began' OR change = 'happened' OR t.until IS NOT NULL OR earliest >= $start AND latest <= $finish)
{{regarding_names t keep=a,b,change,earliest,latest}}
RETURN CASE WHEN change = 'ended' THEN t.until ELSE t.since END AS day,
  change AS change,
  CASE WHEN earliest >= $start AND latest <= $finish THEN 'certainly' ELSE 'possibly' END AS sure,
  a.name AS from_name,
  type(t) AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  regarding AS regarding,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY coalesce(earliest, latest), latest, tie_id, change
