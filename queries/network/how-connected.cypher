// title: How two actors are connected
// question: Through which actors and ties are {one} and {other} connected?
// note: Lists all shortest chains of up to three steps between actors, in either direction, with one row for each type of tie in a step and its first mention. Uses only endorsed ties that no coder inferred.
// param one: actor -- where the chain begins
// param other: actor -- where it ends
// takes: as_of, source, as_seen_by
// returns: chain, path, step, from_name, tie, to_name, sign, mentions, gloss, held_by, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: from_name, tie, to_name
// group: path
// noun: step
// example: --one egypt --other iran-backed-groups
// example: --one djibouti --other russia
// budget: 1000 ms -- a chain of three searches every tie of every neighbour
// also: how is {one} connected to {other}; how is {one} linked to {other}; is there a path from {one} to {other}
// also: chain of relations leading from {one} to {other}; through whom is {one} connected with {other}
// also: shortest path between {one} and {other}; steps from {one} to {other}; connection between {one} and {other}
// also: degrees of separation between {one} and {other}; via whom can {one} reach {other}
// also: indirect ties between {one} and {other}; what connects {one} and {other}; route from {one} to {other}
// also: link between {one} and {other}; what links {one} with {other}; by what route is {one} tied to {other}
// also: who stands between {one} and {other} in the network; how far apart are {one} and {other}
// also: who is between {one} and {other}
// also: connections from {one} to {other} via third parties; connections between {one} and {other} through others
// also: through how many steps are {one} and {other} connected; through how many intermediaries are {one} and {other} linked
// also: connected, link, path, chain, route, shortest, steps, hops, via, through, through whom, indirect, reach
// also: degrees of separation, separation, leading from, intermediate, tie, ties together, distance, far apart, apart
// also: intermediaries, stepping stones, joined, relation chain, degrees, bridge, detour, roundabout, go from, network path
MATCH (a:Actor {id: $one})
MATCH (b:Actor {id: $other})
OPTIONAL MATCH (a)-[t]-(x:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred
  {{measure_filters t}}
WITH a, b, x
ORDER BY x.id
WITH a, b, collect(DISTINCT x.id) AS near_one
OPTIONAL MATCH (b)-[u]-(y:Actor)
WHERE u.endorsed IS NOT NULL AND NOT u.inferred
  {{measure_filters u}}
WITH near_one, y
ORDER BY y.id
WITH near_one, collect(DISTINCT y.id) AS near_other
WITH near_one, $other IN near_one AS direct, reduce(joined = ' ', each IN near_other | joined + each + ' ') AS reached
WITH near_one, direct, reached, [each IN near_one WHERE each <> $one AND reached CONTAINS ' ' + each + ' '] AS through
UNWIND CASE WHEN direct OR size(through) > 0 OR size(near_one) = 0 THEN [null] ELSE near_one END AS from_id
OPTIONAL MATCH (x:Actor {id: from_id})-[u]-(y:Actor)
WHERE x.id <> $one AND y.id <> $other AND x.id <> y.id AND reached CONTAINS ' ' + y.id + ' ' AND u.endorsed IS NOT NULL AND NOT u.inferred
  {{measure_filters u}}
WITH direct, through, x, y
ORDER BY x.id, y.id
WITH direct, through, collect(DISTINCT CASE WHEN y.id IS NOT NULL THEN [x.id, y.id] END) AS pairs
WITH CASE WHEN direct THEN [[$one, $other]] ELSE [m IN through | [$one, m, $other]] + [m IN pairs | [$one, m[0], m[1], $other]] END AS chains
UNWIND chains AS chain
UNWIND range(0, size(chain) - 1) AS place
WITH chain, place, chain[place] AS actor_id
MATCH (n:Actor {id: actor_id})
WITH chain, place, n.name AS name
ORDER BY chain, place
WITH chain, collect(name) AS names
WITH chain, reduce(path = '', each IN names | path + CASE WHEN path = '' THEN '' ELSE ' - ' END + each) AS path
UNWIND range(1, size(chain) - 1) AS step
WITH chain, path, step, CASE WHEN step = 1 THEN chain[1] ELSE chain[step - 1] END AS here_id, CASE WHEN step = 1 THEN chain[0] ELSE chain[step] END AS next_id
MATCH (:Actor {id: here_id})-[t]-(:Actor {id: next_id})
WHERE t.endorsed IS NOT NULL AND NOT t.inferred
  {{measure_filters t}}
WITH DISTINCT chain AS route, path AS named, step AS number, t, startNode(t) AS s, endNode(t) AS e
ORDER BY route, number, s.id, type(t), t.sign, t.paragraph, t.id
WITH route, named, number, s, e, type(t) AS kind, t.sign AS valence, collect(t) AS mentioned
WITH route, named, number, s, e, mentioned[0] AS t, size(mentioned) AS mentions
RETURN route AS chain,
  named AS path,
  number AS step,
  s.name AS from_name,
  type(t) AS tie,
  e.name AS to_name,
  t.sign AS sign,
  mentions AS mentions,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY chain, step, tie, tie_id
