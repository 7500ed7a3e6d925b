// title: Who arms the rivals
// question: Who delivered arms from {first} to {last} to rivals of {actor}?
// note: Rivals are those that a text calls rivals (undated statements count for any time), those that the actor was at war with in these years (COW MID level 5, UCDP level 2), and those with which it had at least --disputes disputes or conflicts in these years, by one source (two sources may report the same ones). Derived pairs and machine-coded events do not count. Deliveries are orders in a trade register with a year of delivery in that time; tiv is the value of the whole orders, including what was delivered in other years.
// param actor: actor -- whose rivals
// param first: year -- the first year
// param last: year -- the last year
// param disputes: integer = 3 -- how many disputes or conflicts make a rival
// takes: source
// returns: rival, rivalry, supplier, orders, tiv, items, rivalry_source, rivalry_tie_id, source, record, tie_id
// shows: rival, rivalry, supplier, orders, items
// noun: delivery
// example: --actor iran --first 1980 --last 1988
// also: who armed {actor}'s enemies; who delivered arms to rivals of {actor}; who gave arms to the enemies of {actor}
// also: suppliers of {actor}'s rivals; who sold weapons to {actor}'s rivals; who armed those who are against {actor}
// also: arms for the adversaries of {actor}; where did the opponents of {actor} get their weapons
// also: which countries supplied the foes of {actor} with arms; weapons for {actor}'s enemies
// also: who equipped the foes of {actor}; who armed those at war with {actor}
// also: who provided weapons to the opponents of {actor}; who helped the enemies of {actor} with arms
// also: rival, enemy, adversary, opponents, foe, hostile, opposing, antagonists, other side, at war with, those against
MATCH (a:Actor {id: $actor})-[r:RIVAL_OF|{{pattern set=force}}]-(x:Actor)
WHERE r.endorsed IS NOT NULL AND NOT r.inferred AND r.quad IS NULL AND x.id <> $actor
  AND r.endorsed
  AND (r.since_earliest IS NULL OR r.since_earliest <= date(toString($last) + '-12-31')) AND (r.until_latest IS NULL OR r.until_latest >= date(toString($first) + '-01-01'))
WITH DISTINCT x, r
WHERE type(r) = 'RIVAL_OF' OR r.level IS NOT NULL
WITH x, r
ORDER BY x.id, type(r), r.id
WITH x, count(CASE WHEN type(r) = 'RIVAL_OF' THEN 1 END) AS said, count(CASE WHEN r.source = 'cow_mid' AND r.level = 5 OR r.source = 'ucdp' AND r.level = 2 THEN 1 END) AS wars, collect(DISTINCT CASE WHEN r.level IS NOT NULL THEN r.source + ' ' + r.regarding[0] END) AS disputed, collect(DISTINCT r.source) AS rivalry_source, collect(r.id) AS rivalry_ids
WITH x, said, wars, rivalry_source, rivalry_ids, reduce(most = 0, s IN rivalry_source | CASE WHEN size([each IN disputed WHERE each STARTS WITH s + ' ']) > most THEN size([each IN disputed WHERE each STARTS WITH s + ' ']) ELSE most END) AS events
WHERE said > 0 OR wars > 0 OR events >= $disputes
WITH x, [each IN [CASE WHEN said > 0 THEN 'called so' END, CASE WHEN wars > 0 THEN 'war' END, CASE WHEN events >= $disputes THEN toString(events) + ' disputes' END] WHERE each IS NOT NULL] AS rivalry, rivalry_source, rivalry_ids
MATCH (s:Actor)-[t:SELLS_ARMS_TO]->(x)
WHERE t.item IS NOT NULL AND any(y IN t.years WHERE toInteger(y) >= $first AND toInteger(y) <= $last)
  {{filters t}}
WITH x, rivalry, rivalry_source, rivalry_ids, s, t
ORDER BY x.id, s.id, t.id
WITH x, rivalry, rivalry_source, rivalry_ids, s, t.source AS register, count(t) AS orders, round(sum(t.value), 1) AS tiv, collect(DISTINCT t.item) AS items, collect(t.record) AS records, collect(t.id) AS ids
RETURN x.name AS rival,
  rivalry AS rivalry,
  s.name AS supplier,
  orders AS orders,
  tiv AS tiv,
  items AS items,
  rivalry_source AS rivalry_source,
  rivalry_ids AS rivalry_tie_id,
  register AS source,
  records AS record,
  ids AS tie_id
ORDER BY rival, x.id, orders DESC, supplier, s.id, source
