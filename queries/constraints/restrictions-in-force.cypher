// title: Restrictions in force on a day
// question: Which limits, sanctions, threats and forms of pressure concerning {target}[ and {about}] were in force on {day}?
// note: holds says whether the restriction was certainly or possibly in force. unknown: its source ends before that day. undated: the source gives no dates. An end date counts as the last day in force.
// param day: date -- the day
// param target: entity -- who or what is restricted, or what the restriction is about
// param about: entity? -- only restrictions that concern this too: an issue or instrument, such as arms sales
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: holds, restricts, tie, restricted, via, mechanism, regarding, gloss, held_by, inferred, since, until, quote, paragraph, source, record, tie_id
// shows: restricts, tie, restricted, gloss, when
// noun: restriction
// example: --day 2020-10-19 --target iran --about arms-sales-to-iran
// example: --day 2020-10-17 --target iran --about un-arms-embargo
// example: --day 2020-10-19 --target iran
// also: restrictions on {target}; restrictions on {target} in force; which sanctions and limits on {target} were in effect
// also: limits, sanctions and pressure on {target} that day; what was {target} restricted by on that day
// also: what {target} was not allowed to do; bans on {target} in effect; restrictions about {about}
// also: restrictions hitting {target}; what measures against {target} applied; was {target} allowed to
// also: restrictions on {target} concerning {about} in force; which restrictions still applied to {target}
// also: what was {target} forbidden to do; what was {target} barred from; which measures against {target} were valid
// also: constraints on {target} in force; sanctions on {target} in force; limits on {target} in force
// also: restriction, ban, prohibition, prohibited, allowed, forbidden, measure, limits, sanctions, embargo, in effect
// also: in force, applied, curb, hitting, forbid, forbade, barred, constraints, penalties, blocked, off limits, not allowed
// also: legal, illegal, permitted, outlawed, rules, regime, valid, threats, bear on
// also: which measures bear on {target}; which restrictions affect {target}; measures that bear on {about}
// also: restrictions against {target}; which ~ against {target}; sanctions against {target} in force; what ~ are there against {target}
MATCH (e:Actor|Instrument|Event|Place|Factor|Issue {id: $target})
OPTIONAL MATCH (e)<-[:REGARDING]-(k:Claim {makes_tie: true})-[:FROM]->(f)
WITH e, f
ORDER BY f.id
WITH e, collect(DISTINCT f) AS others
UNWIND [e] + others AS n
MATCH (n)-[t:THREATENS|{{pattern set=limit}}]-()
WHERE t.endorsed IS NOT NULL AND (endNode(t).id = $target OR t.claim IS NOT NULL AND $target IN t.regarding)
  AND {{may_hold t on=day}}
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, t, b, v, i
ORDER BY t.id, v.position, i.id
WITH a, t, b, collect(i.name) AS via, collect(i.id) AS via_ids
WHERE b.id IS NOT NULL
  AND ($about IN t.regarding OR $about IN via_ids OR $about IN [a.id, b.id]) // if about
{{regarding_names t keep=a,b,via,via_ids}}
RETURN {{in_force t on=day}} AS holds,
  a.name AS restricts,
  type(t) AS tie,
  b.name AS restricted,
  via AS via,
  t.mechanism AS mechanism,
  regarding AS regarding,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY holds, inferred, tie, restricts, tie_id
