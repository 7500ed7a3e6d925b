// title: Why something did not happen
// question: Why did a possible tie between {actor} and {partner}[ ({tie})] not come about?
// note: For each tie that is denied or refused between the two, lists the chain: who wanted or expected it, what had changed, what stopped it (what is said to have influenced or limited it, why it was refused, what limits either of the two in this matter), who complied, and what else is said of it. A step that several denials share is listed once, below all of them. A refusal does not count as a reason.
// param actor: actor -- one of the two
// param partner: actor -- the other
// param tie: tie? -- only denials of this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: denial_group, denied_tie, step, link, who_or_what, tie, gloss, factor, inferred, held_by, since, until, in_force, denied_quote, denied_claim, quote, paragraph, source, claim
// shows: step, link, who_or_what, gloss, when
// group: denial_group
// noun: step
// example: --actor china --partner iran
// example: --actor china --partner iran --tie sells-arms-to
// also: why does {actor} not {tie} {partner}; what stops {actor} from {tie} {partner}
// also: why is there no {tie} between {actor} and {partner}; why was {partner} refused by {actor}
// also: why was {actor} not let into {partner}; reasons why {actor} has no {tie} with {partner}
// also: why is {actor} not a member of {partner}; what keeps {actor} from {tie} {partner}
// also: what prevented {actor} from {tie} {partner}; why did it not come to {tie} between {actor} and {partner}
// also: why did {actor} and {partner} fail to {tie}; why has {actor} never {tie} {partner}; explain why {actor} did not
// also: why hasn't {actor} become a member of {partner}; why did {actor} shy away from {tie} {partner}
// also: what came between {actor} and {partner}; why did {actor} stop short of {tie} {partner}
// also: what blocked {tie} between {actor} and {partner}; how come {actor} does not {tie} {partner}
// also: how come {actor} did not ~ {partner}
// also: why not, why no, why never, stop from, keep from, prevent from, prevented, did not come about, did not happen, fail
// also: failure, fell through, collapse, refuse, turned away, not let into, kept out, excluded, blocked, reasons, never
// also: without, hasn't, how come, shy away, stop short, stopped, halt, hold off, held off, abstain, avoid, decline, forgo
// also: missing, absence, absent, unable, impossible, thwart, scuttle, torpedo, denied, barred, left out, rejected, withheld
// also: why is {actor} reluctant to {tie} {partner}; {actor}'s reluctance to {tie} {partner}; why does {actor} refuse to {tie} {partner}
// also: why does {actor} not help {partner}; why is {actor} not helping {partner}; what stops {actor} from helping {partner}
// also: why is {actor} unwilling to {tie} {partner}; explain
// also: why does {actor} not defend {partner}; why did {actor} not support {partner}
// negates: reasons
MATCH (one:Actor {id: $actor})
OPTIONAL MATCH (one)<-[:FROM|TO]-(x:Claim {negated: true})-[:FROM|TO]->(p:Actor {id: $partner})
WHERE x.mode = 'actual'
WITH one, CASE WHEN x.sign > 0 THEN x.id END AS denied_id
ORDER BY denied_id
WITH one, collect(DISTINCT denied_id) AS denied
OPTIONAL MATCH (one)<-[:FROM|TO]-(r:Claim {tie: 'REFUSES'})-[:ABOUT]->(y:Claim)
WHERE r.makes_tie AND y.negated AND (EXISTS { MATCH (r)-[:FROM|TO]->(q) WHERE q.id = $partner } OR EXISTS { MATCH (y)-[:FROM|TO]->(q) WHERE q.id = $partner } OR $partner IN r.regarding)
WITH denied, y
ORDER BY y.id
WITH denied, collect(DISTINCT y.id) AS refused
UNWIND denied + refused AS denied_id
WITH DISTINCT denied_id
MATCH (d:Claim {id: denied_id})-[:FROM]->(df)
MATCH (d)-[:TO]->(dt)
WITH d, df, dt
WHERE d.mode = 'actual'
  AND d.source = $source // if source
  AND d.tie = $tie // if tie
OPTIONAL MATCH (df)<-[i:FROM|TO]-(w:Claim)-[j:FROM|TO]->(dt)
WHERE w.tie = d.tie AND w.mode IN ['sought', 'expected'] AND NOT w.negated AND type(i) <> type(j) AND (type(i) = 'FROM' OR w.tie IN {{types symmetric=yes}}) AND (size(coalesce(w.regarding, [])) = 0 OR any(m IN w.regarding WHERE m IN d.regarding))
WITH d, df, dt, w
ORDER BY d.id, w.id
WITH d, df, dt, collect(DISTINCT CASE WHEN w.id IS NOT NULL THEN [w.id, w.mode = 'expected' OR any(who IN w.by WHERE who IN [df.id, dt.id])] END) AS wanted
OPTIONAL MATCH (d)-[:FROM|TO]->(e)<-[:TO]-(s:Claim)
WHERE s.makes_tie AND s.sign < 0 AND s.until_latest IS NOT NULL AND any(m IN s.regarding WHERE m IN d.regarding)
OPTIONAL MATCH (s)-[:VIA]->(regime)<-[:TO]-(u:Claim {tie: 'INFLUENCES'})
WHERE u.makes_tie AND u.sign < 0
WITH d, df, dt, wanted, s, u
ORDER BY d.id, s.id, u.id
WITH d, df, dt, wanted, collect(DISTINCT s.id) + collect(DISTINCT u.id) AS changed
OPTIONAL MATCH (d)<-[:ABOUT|TO]-(r:Claim)
WITH d, df, dt, wanted, changed, r
ORDER BY d.id, r.id
WITH d, df, dt, wanted, changed, collect(DISTINCT CASE WHEN r.tie <> 'REFUSES' AND r.makes_tie THEN r.id END) AS told, collect(DISTINCT CASE WHEN r.tie = 'REFUSES' AND r.makes_tie THEN r.id END) AS refusals
OPTIONAL MATCH (d)<-[:ABOUT]-(refusal:Claim {tie: 'REFUSES'})<-[:ABOUT|TO]-(g:Claim {tie: 'INFLUENCES'})
WHERE refusal.id IN refusals AND g.makes_tie
OPTIONAL MATCH (d)-[:FROM|TO]->(e)<-[:TO]-(l:Claim {tie: 'CONSTRAINS'})
WHERE l.makes_tie AND size(d.regarding) > 0 AND ($actor IN l.regarding OR $partner IN l.regarding) AND all(m IN d.regarding WHERE m IN l.regarding)
WITH d, df, dt, wanted, changed, told, refusals, g, l
ORDER BY d.id, g.id, l.id
WITH d, df, dt, wanted, changed, told, refusals, collect(DISTINCT g.id) AS grounds, collect(DISTINCT CASE WHEN size(refusals) = 0 AND NOT l.id IN told THEN l.id END) AS limiting
OPTIONAL MATCH (d)-[:FROM|TO]->(who)<-[:FROM]-(k:Claim {tie: 'COMPLIES_WITH'})-[:TO]->(rule)<-[:FROM|VIA]-(stopper:Claim)
WHERE stopper.id IN told + limiting AND k.makes_tie
WITH d, df, wanted, changed, told, refusals, grounds, limiting, k
ORDER BY d.id, k.id
WITH d, df, wanted, changed, told, refusals, grounds, limiting, collect(DISTINCT k.id) AS complying
UNWIND [i IN wanted WHERE size(refusals) = 0 OR i[1] | [i[0], 1]] + [i IN changed | [i, 3]] + [i IN refusals | [i, 4]] + [i IN grounds | [i, 5]] + [i IN told | [i, 6]] + [i IN limiting | [i, 7]] + [i IN complying | [i, 8]] AS found
WITH d, df, found[0] AS step_id, found[1] AS kind
MATCH (reason:Claim {id: step_id})-[:FROM]->(a)
WITH d, df, CASE WHEN kind = 6 AND reason.tie <> 'INFLUENCES' AND NOT reason.tie IN {{types set=limit}} THEN 9 ELSE kind END AS kind, reason AS c, a
WHERE (kind <> 4 OR a.id <> df.id)
  {{claim_filters c}}
WITH d, kind, c, a
ORDER BY d.tie, kind, c.id, d.paragraph, d.id
WITH d.tie AS denied_tie, kind, c, a, collect(d) AS denials
OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Factor)
OPTIONAL MATCH (c)-[v:BY]->(y)
WITH denied_tie, kind, c, a, denials, f, v, y
ORDER BY denied_tie, kind, c.id, v.position, y.id
WITH denied_tie, kind, c, a, denials, f, collect(y.name) AS by_whom
RETURN reduce(joined = '', d IN denials | joined + CASE WHEN joined = '' THEN '' ELSE '; ' END + d.gloss) AS denial_group,
  denied_tie AS denied_tie,
  CASE WHEN c.mode = 'sought' THEN 'wanted' WHEN c.mode = 'expected' THEN 'expected' WHEN kind = 3 THEN 'what changed' WHEN kind = 8 THEN 'who complied' WHEN kind = 9 THEN 'what else is said of it' ELSE 'what stopped it' END AS step,
  CASE kind WHEN 4 THEN 'refused' WHEN 5 THEN 'reason of the refusal' WHEN 6 THEN 'said to have stopped it' WHEN 7 THEN 'limits one of the two in this' END AS link,
  CASE WHEN c.mode IN ['sought', 'expected'] THEN by_whom ELSE [a.name] END AS who_or_what,
  c.tie AS tie,
  c.gloss AS gloss,
  f.name AS factor,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  [d IN denials | d.quote] AS denied_quote,
  [d IN denials | d.id] AS denied_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY denied_tie, denials[0].paragraph, denials[0].id, size(denials) DESC, denial_group, kind, step DESC, c.paragraph, claim
