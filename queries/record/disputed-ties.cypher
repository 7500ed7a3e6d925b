// title: Denied by one source, recorded by another
// question: Which ties[ of {actor}][ ({tie})] does one source deny or dispute although another records them?
// note: One row per denial, recording source and time: at the same time, certainly or possibly (the spells overlap), or at other times, which is no contradiction. A denied alliance is also compared with pacts that pledge something; they list their obligations, which may be less than an alliance. record_since and record_until are the earliest beginning and the latest end of the records; null if one of them is open. Several reports of one event do not corroborate each other.
// param actor: actor? -- one of the two sides
// param tie: tie? -- only denials of this type
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: from_name, denied, to_name, gloss, since, until, recorded, times, records, record_gloss, obligations, record_since, record_until, record_source, held_by, quote, paragraph, source, claim, tie_id
// shows: gloss, denied, recorded, times, record_gloss
// noun: denial
// example: (none)
// example: --actor china --tie allied-with
// budget: 500 ms -- without an anchor every claim is read
// also: what about {actor} is denied by one source and recorded by another
// also: what that the article contests about {actor} is confirmed by some data set
// also: which denied ties of {actor} show up in the data; does any dataset record a {tie} of {actor} that the text denies
// also: denials about {actor} that data contradict; denied but recorded; text against data on {actor}
// also: what the article denies about {actor} and the data sets record; is the denial about {actor} right
// also: claims about {actor} refuted by data; {tie} of {actor} denied in the text and recorded in data
// also: which denials about {actor} are contradicted by the data sets
// also: what does the text deny about {actor} that is on record; is what the text denies about {actor} found in the data
// also: does the data contradict the text on {actor}
// also: disputed relations of {actor}; disputed ties of {actor}
// also: denied, contest, dispute, recorded, data set, dataset, data, confirm, show up, another source, one source
// also: contradict, refute, article, text, against, registers, on record, nevertheless, yet recorded, disproved, rebutted
// also: found, catalogued, appears, disavowed, versus, despite, though, according to data
MATCH (c:Claim)-[:FROM]->(a:Actor)
MATCH (c)-[:TO]->(b:Actor)
MATCH (c)-[:IN]->(own:Source)
WHERE c.mode = 'actual' AND (c.negated OR c.stance = 'disputes')
  AND (a.id = $actor OR b.id = $actor) // if actor
  AND c.tie = $tie // if tie
  {{claim_filters c}}
WITH c, a, b, own.covers_until AS said_until
OPTIONAL MATCH (a)-[t]-(b)
WHERE t.endorsed IS NOT NULL AND t.superseded_by IS NULL AND type(t) = c.tie AND t.source <> c.source AND (t.claim IS NOT NULL OR t.item IS NOT NULL OR type(t) <> 'SELLS_ARMS_TO')
WITH DISTINCT c, a, b, said_until, t, startNode(t) AS first
WITH c, a, b, said_until, t, first
WHERE t.endorsed IS NULL OR first.id = a.id OR c.tie IN {{types symmetric=yes}}
WITH c, a, b, said_until, t
ORDER BY c.id, t.since_earliest, t.id
WITH c, a, b, said_until, collect(t) AS direct
OPTIONAL MATCH (a)-[p:PARTY_TO]->(i:Instrument)<-[u:PARTY_TO]-(b)
WHERE c.tie = 'ALLIED_WITH' AND size(p.obligations) > 0 AND size(u.obligations) > 0 AND p.source = u.source AND p.source <> c.source AND p.superseded_by IS NULL AND u.superseded_by IS NULL AND {{overlap p u}}
WITH c, a, b, said_until, direct, p, u
ORDER BY c.id, p.since_earliest, p.id, u.id
WITH c, a, b, said_until, direct, collect(p) + collect(u) AS pledged
UNWIND direct + pledged AS r
WITH c, a, b, r, CASE WHEN r.since_latest <= coalesce(c.until_earliest, said_until) AND r.until_earliest >= c.since_latest THEN 'at the same time: certainly' WHEN r.since_earliest > coalesce(c.until_latest, c.until_earliest, said_until) OR r.until_latest < c.since_earliest THEN 'at other times' ELSE 'at the same time: possibly' END AS times
ORDER BY c.id, r.source, type(r), times, r.since_earliest, r.id
WITH c, a, b, type(r) AS recorded, r.source AS record_source, times, collect(r) AS found, max(r.until_latest) AS last_day, count(CASE WHEN r.until_latest IS NULL THEN 1 END) AS open
RETURN a.name AS from_name,
  c.tie AS denied,
  b.name AS to_name,
  c.gloss AS gloss,
  c.since AS since,
  c.until AS until,
  recorded AS recorded,
  times AS times,
  size(found) AS records,
  found[0].gloss AS record_gloss,
  found[0].obligations AS obligations,
  found[0].since AS record_since,
  CASE WHEN open = 0 THEN [r IN found WHERE r.until_latest = last_day | r.until][0] END AS record_until,
  record_source AS record_source,
  c.held_by AS held_by,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim,
  [r IN found | r.id] AS tie_id
ORDER BY source, paragraph, claim, times, recorded, record_source
