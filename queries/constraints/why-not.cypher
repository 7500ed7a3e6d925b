// title: Why something did not happen
// question: Why did what {actor} and {partner} might have had[ ({tie})] not come about?
// note: What is denied between the two, and for each what a source gives as its reason: about it, lowering what it is about, or limiting one of the two in the same matter (of the same factor, where the denial names one).
// param actor: actor -- one of the two
// param partner: actor -- the other
// param tie: tie? -- only what is denied of this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: did_not_happen, denied_tie, link, cause, tie, reason, factor, inferred, held_by, since, until, in_force, denied_quote, denied_claim, quote, paragraph, source, claim
// shows: link, cause, reason, factor, when
// group: did_not_happen
// noun: reason
// example: --actor china --partner iran
// example: --actor china --partner iran --tie sells-arms-to
MATCH (one:Actor {id: $actor})<-[:FROM|TO]-(d:Claim)-[:FROM|TO]->(other:Actor {id: $partner})
WHERE d.negated AND d.mode = 'actual'
  AND d.tie = $tie // if tie
WITH DISTINCT d
OPTIONAL MATCH (d)<-[:ABOUT|TO]-(r:Claim)
WITH d, r
ORDER BY d.id, r.id
WITH d, collect(r.id) AS told
OPTIONAL MATCH (d)-[:REGARDING]->(m)<-[:TO]-(r:Claim {tie: 'INFLUENCES'})
WHERE r.sign < 0 AND (d.factor IS NULL OR r.factor = d.factor)
WITH d, told, r
ORDER BY d.id, r.id
WITH d, told, collect(r.id) AS lowering
OPTIONAL MATCH (d)-[:FROM|TO]->(e)<-[:TO]-(r:Claim {tie: 'CONSTRAINS'})
WHERE ($actor IN r.regarding OR $partner IN r.regarding) AND any(x IN r.regarding WHERE x IN d.regarding) AND (d.factor IS NULL OR r.factor = d.factor)
WITH d, told, lowering, r
ORDER BY d.id, r.id
WITH d, told, lowering, collect(r.id) AS limiting
UNWIND told + lowering + limiting AS reason_id
WITH DISTINCT d, told, lowering, reason_id
MATCH (reason:Claim {id: reason_id})-[:FROM]->(a)
WITH d, told, lowering, reason_id, reason AS c, a
WHERE c.makes_tie
  {{claim_filters c}}
OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Factor)
RETURN d.gloss AS did_not_happen,
  d.tie AS denied_tie,
  CASE WHEN reason_id IN told THEN 'said of it' WHEN reason_id IN lowering THEN 'lowers what it is about' ELSE 'limits one of the two in the same matter' END AS link,
  a.name AS cause,
  c.tie AS tie,
  c.gloss AS reason,
  f.name AS factor,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  d.quote AS denied_quote,
  d.id AS denied_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY d.paragraph, denied_claim, link DESC, paragraph, claim
