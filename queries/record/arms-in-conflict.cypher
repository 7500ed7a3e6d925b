// title: Who armed whom during a conflict
// question: Who delivered arms to {one} and {other} while they used force against each other[ in {conflict}]?
// note: The times come from the data sets of conflicts and disputes (--conflict takes one of them; the question conflicts lists them). Derived pairs and machine-coded events do not count. Deliveries are orders in a trade register with a year of delivery in that time; surely counts those whose year lies wholly in it. tiv is the value of the whole orders, including what was delivered in other years.
// param one: actor -- one side
// param other: actor -- the other
// param conflict: event? -- only this conflict or dispute
// returns: conflict, conflict_since, conflict_until, recipient, supplier, orders, surely, tiv, items, conflict_source, conflict_tie_id, source, record, tie_id
// shows: conflict, recipient, supplier, surely, tiv
// noun: delivery
// example: --one iran --other iraq --conflict ucdp-conflict-324
// also: who armed {one} and {other} during their war; who supplied weapons to {one} and {other} during their war
// also: arms deliveries to {one} and {other} while they were at war; who sold guns to both sides when {one} fought {other}
// also: arms suppliers of the war between {one} and {other}; who delivered weapons to the warring parties {one} and {other}
// also: arms in the conflict between {one} and {other}; which countries fuelled the war of {one} and {other} with weapons
// also: who armed whom during the conflict {conflict}; weapons for both sides of {conflict}
// also: who fed weapons into the war of {one} with {other}; who fuelled the fighting of {one} and {other}
// also: arms flows into the war of {one} and {other}; who profited from the war of {one} and {other} by selling arms
// also: during war, at war, wartime, war, conflict, while fighting, fought, both sides, belligerents, fuelled, hostilities
// also: arms, weapons, guns, supply, deliver, sold, munitions, during, fed, feed, fuel, pour, flow, combatants
// also: warring sides, fighting, battle, battlefield, in wartime, while at war, during the fighting
// also: exporters, sponsors, equip, provide, the war of
// unlike: help, helped, helps, support, supported, supports, backed, trade, sanctions
MATCH (one:Actor {id: $one})-[f:USES_FORCE_AGAINST]-(other:Actor {id: $other})
WHERE f.endorsed IS NOT NULL AND NOT f.inferred AND f.quad IS NULL AND f.regarding IS NOT NULL
  AND f.endorsed
  AND $conflict IN f.regarding // if conflict
WITH DISTINCT f, f.regarding[0] AS event_id
WHERE f.since_earliest IS NOT NULL AND f.claim IS NULL
WITH f, event_id, f.source AS conflict_source, f.since AS since, f.until AS until, f.since_earliest AS opens, coalesce(f.until_latest, f.until_earliest) AS closes
ORDER BY event_id, conflict_source, opens, f.id
WITH event_id, conflict_source, since, until, opens, closes, collect(f.id) AS conflict_ids
MATCH (e:Event {id: event_id})
UNWIND [$one, $other] AS side
MATCH (s:Actor)-[t:SELLS_ARMS_TO]->(r:Actor {id: side})
WHERE t.item IS NOT NULL AND t.superseded_by IS NULL AND any(y IN t.years WHERE date(y + '-12-31') >= opens AND date(y + '-01-01') <= closes)
WITH e, conflict_source, since, until, opens, conflict_ids, r, s, t, any(y IN t.years WHERE date(y + '-01-01') >= opens AND date(y + '-12-31') <= closes) AS within
ORDER BY e.id, opens, conflict_source, r.id, s.id, t.id
WITH e, conflict_source, since, until, opens, conflict_ids, r, s, t.source AS register, count(t) AS orders, count(CASE WHEN within THEN 1 END) AS surely, round(sum(t.value), 1) AS tiv, collect(DISTINCT t.item) AS items, collect(t.record) AS records, collect(t.id) AS ids
RETURN e.name AS conflict,
  since AS conflict_since,
  until AS conflict_until,
  r.name AS recipient,
  s.name AS supplier,
  orders AS orders,
  surely AS surely,
  tiv AS tiv,
  items AS items,
  conflict_source AS conflict_source,
  conflict_ids AS conflict_tie_id,
  register AS source,
  records AS record,
  ids AS tie_id
ORDER BY opens, conflict_source, e.id, recipient, orders DESC, supplier, s.id, source
