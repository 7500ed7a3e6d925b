// title: Why a tie holds
// question: Which reasons are given for what {actor} does toward {partner}[ ({tie})]?
// note: Lists the ties from {actor} to {partner} that a source says hold, those of which it also says why first. cause and reason are what is said to raise, lower or change the tie (a reason that its source only reports, or that is inferred, says so); factor is the heading under which the source speaks of it. Where these are empty, no reason is coded: that does not mean that there is none. Why something did not happen is asked with why-not.
// param actor: actor -- who does it
// param partner: actor -- toward whom
// param tie: tie? -- only ties of this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: tie, gloss, cause, effect, reason, factor, inferred, held_by, since, until, in_force, reason_quote, reason_paragraph, reason_source, reason_claim, quote, paragraph, source, claim
// shows: gloss, cause, effect, reason, factor, when
// noun: row
// example: --actor china --partner iran
// example: --actor china --partner iran --tie agrees-with
// also: why does {actor} {tie} {partner}; why did {actor} {tie} {partner}; why is {actor} {tie} {partner}
// also: why do {actor} and {partner} {tie}; reasons why {actor} {tie} {partner}; what made {actor} {tie} {partner}
// also: reasons for {tie} between {actor} and {partner}; what moved {actor} to {tie} {partner}; explain why {actor} {tie} {partner}
// also: how come {actor} {tie} {partner}; for what reason does {actor} {tie} {partner}; why does {actor} ~ {partner}
// also: why does {actor} help {partner}; why did {actor} help {partner}; why does {actor} support {partner}
// also: why did {actor} invade {partner}; why did {actor} attack {partner}; why is {actor} at war with {partner}
// also: why does {actor} hate {partner}; why does {actor} oppose {partner}; why did {actor} refuse {partner}
// also: how come {actor} helps {partner}; how come {actor} supports {partner}; how come {actor} ~ {partner}
// also: motives of {actor} toward {partner}; motives of {actor} for {tie} {partner}; why
// also: why does {actor} send troops to {partner}; why did {actor} send weapons to {partner}
// also: reason, reasons, motive, motivation, motivate, rationale, explain, explanation, because, grounds
// also: send, sends, sent
MATCH (:Actor {id: $actor})<-[i:FROM|TO]-(d:Claim)-[j:FROM|TO]->(:Actor {id: $partner})
WHERE d.makes_tie AND type(i) <> type(j) AND (type(i) = 'FROM' OR d.tie IN {{types symmetric=yes}})
  AND d.tie = $tie // if tie
  {{claim_filters d}}
WITH DISTINCT d
OPTIONAL MATCH (d)<-[:TO]-(r:Claim {tie: 'INFLUENCES'})-[:FROM]->(x)
WHERE r.makes_tie
  {{claim_filters r}}
WITH d, r, x
OPTIONAL MATCH (d)-[:BECAUSE_OF]->(f:Factor)
RETURN d.tie AS tie,
  d.gloss AS gloss,
  coalesce(x.gloss, x.name) AS cause,
  CASE WHEN r.sign > 0 THEN 'raises' WHEN r.sign < 0 THEN 'lowers' WHEN r.tie IS NOT NULL THEN 'changes' END AS effect,
  CASE WHEN r.stance = 'reports' THEN 'reported by ' + r.held_by + ': ' ELSE '' END + CASE WHEN r.inferred THEN 'inferred: ' ELSE '' END + r.gloss AS reason,
  f.name AS factor,
  d.inferred AS inferred,
  d.held_by AS held_by,
  d.since AS since,
  d.until AS until,
  {{in_force d}} AS in_force, // if as_of
  r.quote AS reason_quote,
  r.paragraph AS reason_paragraph,
  r.source AS reason_source,
  r.id AS reason_claim,
  d.quote AS quote,
  d.paragraph AS paragraph,
  d.source AS source,
  d.id AS claim
ORDER BY CASE WHEN r.tie IS NULL THEN 1 ELSE 0 END, CASE WHEN f.name IS NULL THEN 1 ELSE 0 END, source, paragraph, claim, reason_claim
