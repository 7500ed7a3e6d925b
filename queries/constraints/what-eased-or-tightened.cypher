// title: What eased or tightened a limit, and when
// question: What eased or tightened limits, pressure or concerns[ about {about}], and when?
// note: Lists causes that raise or lower something, and limits, sanctions and pressure with the day on which they begin or end.
// param about: entity? -- an actor, issue or instrument that the limit, its cause or its object is about
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: day, cause, effect, object, tie, moment, via, gloss, held_by, inferred, in_force, quote, paragraph, source, record, tie_id
// shows: day, cause, effect, object, gloss
// undated: about
// noun: change
// example: (none)
// example: --about un-arms-embargo
// example: --about beijings-concerns-about-defence-cooperation
// budget: 30000 ms -- without an anchor every tie of the type is listed, four types and twice a tie
// also: what eased or tightened limits on {about}; when was {about} relaxed; when was {about} lifted
// also: when did pressure on {about} get stronger; did the pressure on {about} get weaker
// also: how did restrictions on {about} change; loosening of {about}; tightening of {about}; easing of {about}
// also: when did sanctions on {about} begin or end; what made concerns about {about} bigger or smaller
// also: what relieved {about}; what aggravated {about}; when {about} was imposed and when lifted; when {about} got tougher and when softer
// also: when did {about} expire; when did {about} end; when was {about} extended; did {about} get milder or stricter
// also: ease, eased, relax, loosen, tighten, lift, soften, relief, relieve, aggravate, harden, weaker, stronger
// also: strengthened, weakened, expire, expiry, imposed, over time, intensify, mitigate, alleviate, extended, extension
// also: prolonged, milder, stricter, harsher, lighter, heavier, toughen, tougher, slacken, abate, subside, ratchet
// also: escalated, removed, waived, suspended, reimposed, snapback, diminished, grew, growing, worsened, improved
MATCH (e:Actor|Instrument|Event|Place|Factor|Issue {id: $about}) // if about
OPTIONAL MATCH (e)<-[:REGARDING|VIA]-(k:Claim {makes_tie: true})-[:FROM]->(f) // if about
WITH e, f // if about
ORDER BY f.id // if about
WITH e, collect(DISTINCT f) AS others // if about
OPTIONAL MATCH (e)<-[:FROM|TO]-(k:Claim) // if about
WITH e, others, k // if about
ORDER BY k.id // if about
WITH e, others, collect(DISTINCT k) AS told // if about
UNWIND [e] + others + told AS n // if about
MATCH (n)-[t:INFLUENCES|{{pattern set=limit}}]-() // if about
MATCH (a:Actor|Instrument|Event|Place|Factor|Issue|Claim)-[t:INFLUENCES|{{pattern set=limit}}]->(b) // if not about
WHERE t.endorsed IS NOT NULL
  AND (type(t) = 'INFLUENCES' OR t.since_earliest IS NOT NULL OR t.until_latest IS NOT NULL)
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b, t.claim AS claim_id // if about
WITH a, t, b, t.claim AS claim_id // if not about
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, t, b, v, i
ORDER BY t.id, v.position, i.id
WITH a, t, b, collect(i.id) AS via_ids, collect(i.name) AS via
OPTIONAL MATCH (b)-[:FROM|TO]->(x) // if about
WITH a, t, b, via_ids, via, x // if about
ORDER BY t.id, x.id // if about
WITH a, t, b, via_ids, via, collect(x.id) AS end_ids // if about
UNWIND ['begins', 'ends'] AS moment
WITH a, t, b, via_ids, via, end_ids, moment // if about
WITH a, t, b, via, moment // if not about
WHERE (type(t) = 'INFLUENCES' AND moment = 'begins' OR type(t) <> 'INFLUENCES' AND (moment = 'begins' AND t.since_earliest IS NOT NULL OR moment = 'ends' AND t.until_latest IS NOT NULL))
  AND ($about IN [a.id, b.id] OR t.claim IS NOT NULL AND $about IN t.regarding OR $about IN via_ids OR $about IN end_ids) // if about
RETURN CASE WHEN moment = 'ends' THEN t.until ELSE t.since END AS day,
  a.name AS cause,
  CASE WHEN type(t) <> 'INFLUENCES' AND moment = 'begins' THEN 'tightens' WHEN type(t) <> 'INFLUENCES' THEN 'eases' WHEN t.sign > 0 AND (b.tie = 'CONSTRAINS' OR b.kind = 'sanction_regime') THEN 'tightens' WHEN t.sign < 0 AND (b.tie = 'CONSTRAINS' OR b.kind = 'sanction_regime') THEN 'eases' WHEN t.sign > 0 THEN 'raises' WHEN t.sign < 0 THEN 'lowers' ELSE 'changes' END AS effect,
  coalesce(b.gloss, b.name) AS object,
  type(t) AS tie,
  moment AS moment,
  via AS via,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY CASE WHEN moment = 'ends' THEN t.until_latest ELSE t.since_earliest END, paragraph, tie_id, moment
