// title: Votes of two states in the General Assembly, over time
// question: How closely did {one} and {other} vote together in the UN General Assembly in each year from {first} to {last}?
// note: distance is the difference of the two ideal points; prefer it, because agreement moves with the agenda. alike counts identical votes (yes, no, abstain) among the roll_calls in which both took part; absence is not a position. share_given is the share that the source publishes. Most resolutions are adopted without a vote. A session belongs to the year in which it begins.
// param one: actor -- one state
// param other: actor -- the other
// param first: year -- the first year
// param last: year -- the last year
// takes: source
// returns: year, status, distance, ideal_one, ideal_other, alike, roll_calls, share, share_given, source, record, tie_id
// shows: year, distance, alike, roll_calls, share
// noun: year
// example: --one china --other iran --first 2018 --last 2024
// also: how similarly did {one} and {other} vote at the UN; voting agreement of {one} and {other} in the General Assembly
// also: how near were {one} and {other} in the UN General Assembly; do {one} and {other} vote alike
// also: UN votes of {one} and {other}; ideal point distance of {one} and {other}; did {one} vote with {other}
// also: voting record of {one} and {other}; how often do {one} and {other} vote the same way
// also: voting similarity of {one} and {other}; alignment of {one} with {other} in the UN; roll calls of {one} and {other}
// also: do {one} and {other} vote the same way; do {one} and {other} see eye to eye in the General Assembly
// also: how often did {one} vote like {other}; how far apart are {one} and {other} at the UN
// also: vote, ballot, General Assembly, UNGA, UN, ideal point, roll call, resolution votes, similarly, alike, vote with
// also: same way, agreement, distance, near, alignment, votes cast, cast, assembly, UNGA votes, resolutions, abstain, yes
// also: same, eye to eye, in line, in step, voting pattern, voting behaviour, coincide, affinity, S score, converge, diverge
// also: far apart, united nations
MATCH (a:Actor {id: $one})
MATCH (b:Actor {id: $other})
MATCH (s:Source {kind: 'dataset'})
WHERE 'VOTES_WITH' IN s.tie_types
  AND s.superseded_by IS NULL // if not source
  AND s.id = $source // if source
OPTIONAL MATCH (a)-[p:MEASURED_AS]->(i:Issue {id: 'unga-ideal-point'})
WHERE p.source = s.id
WITH a, b, s, p
ORDER BY p.id
WITH a, b, s, collect(p) AS own
OPTIONAL MATCH (b)-[q:MEASURED_AS]->(i:Issue {id: 'unga-ideal-point'})
WHERE q.source = s.id
WITH a, b, s, own, q
ORDER BY q.id
WITH a, b, s, own, collect(q) AS others
OPTIONAL MATCH (a)-[v:VOTES_WITH]-(b)
WHERE v.source = s.id
WITH DISTINCT s, own, others, v
ORDER BY v.id
WITH s, own, others, collect(v) AS votes
UNWIND range($first, $last) AS year
WITH s, year, toString(year) AS said, own, others, votes
WITH s, year, [p IN own WHERE p.since = said] AS own, [q IN others WHERE q.since = said] AS others, [v IN votes WHERE v.since = said AND v.total IS NOT NULL] AS counted, [v IN votes WHERE v.since = said AND v.total IS NULL] AS given, coalesce(date(toString(year) + '-01-01') >= s.covers_since AND date(toString(year) + '-12-31') <= s.covers_until, false) AS covered
WITH s, year, own, others, counted, given, covered, own + others + counted + given AS all_of
RETURN year AS year,
  CASE WHEN size(all_of) > 0 THEN 'coded' WHEN covered THEN 'nothing of the two' ELSE 'outside its coverage' END AS status,
  CASE WHEN size(own) > 0 AND size(others) > 0 THEN round(abs(own[0].value - others[0].value), 3) END AS distance,
  own[0].value AS ideal_one,
  others[0].value AS ideal_other,
  counted[0].count AS alike,
  counted[0].total AS roll_calls,
  counted[0].value AS share,
  [v IN given | v.value] AS share_given,
  s.id AS source,
  [t IN all_of | t.record] AS record,
  [t IN all_of | t.id] AS tie_id
ORDER BY source, year
