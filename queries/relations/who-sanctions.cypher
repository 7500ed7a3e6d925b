// title: Who sanctions whom
// question: [Does {sender} sanction {target}|Who sanctions {target}|Whom does {sender} sanction|Who sanctions whom]?
// param target: entity? -- who or what is under sanctions
// param sender: actor? -- who imposes them
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: sender, target, mechanism, via, held_by, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: sender, target, mechanism, via, when
// noun: tie
// example: --target iran
// example: --sender united-states
// budget: 6000 ms -- without an anchor every tie of the type is listed, with its instruments
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:SANCTIONS]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $sender // if sender
  {{filters t}}
WITH a, b, t, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, b, t, v, i
ORDER BY t.id, v.position
WITH a, b, t, collect(i.name) AS via
RETURN a.name AS sender,
  b.name AS target,
  t.mechanism AS mechanism,
  via AS via,
  t.held_by AS held_by,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY sender, target, tie_id
