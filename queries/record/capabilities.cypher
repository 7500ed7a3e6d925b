// title: Capabilities of two states, year by year
// question: How do {one} and {other} compare in [{indicator}|capabilities] in each year from {first} to {last}?
// note: Uses the composite index of COW NMC (a state's share of the system's total), unless --indicator names another measure. ratio is one divided by other. A missing value is not 0.
// param one: actor -- one state
// param other: actor -- the other
// param first: year -- the first year
// param last: year -- the last year
// param indicator: issue? -- another measure: cow-nmc-milex, cow-nmc-milper, cow-nmc-tpop...
// takes: source
// returns: year, status, indicator, value_of_one, value_of_other, ratio, unit, source, record, tie_id
// shows: year, indicator, value_of_one, value_of_other, ratio
// noun: year
// example: --one iran --other iraq --first 1979 --last 1981
// example: --one china --other iran --first 2015 --last 2017 --indicator cow-nmc-milper
// also: how do {one} and {other} compare in capabilities; how powerful was {one} compared to {other}
// also: was {one} stronger than {other}; power of {one} and {other}; military strength of {one} and {other}
// also: balance of power between {one} and {other}; power index of {one} and {other}; who was stronger, {one} or {other}
// also: material capabilities of {one} and {other}; CINC of {one} and {other}; military spending of {one} and {other}
// also: soldiers of {one} compared with {other}; {one} superior to {other}; {indicator} of {one} and {other}
// also: power gap between {one} and {other}; who had the bigger army, {one} or {other}
// also: who was more powerful, {one} or {other}; which is mightier, {one} or {other}; how does {one} measure up to {other}
// also: capability, power, strong, strength, weaker, superior, inferior, mighty, might, CINC, NMC, index, military spending
// also: military expenditure, defence budget, army size, troops, soldiers, military personnel, compare, comparison, than
// also: gap, outgun, match, bigger, larger, army, more powerful, outmatch, superiority, measure up, parity, ratio
// also: hard power, firepower, military might, resources, population, industrial, steel, energy consumption, personnel
// also: manpower, forces, spending, expenditure, stack up, weigh, ahead, advantage, edge, relative power, force levels
// also: potential
MATCH (a:Actor {id: $one})
MATCH (b:Actor {id: $other})
MATCH (i:Issue {id: 'cow-nmc-cinc'}) // if not indicator
MATCH (i:Issue {id: $indicator}) // if indicator
MATCH (s:Source {kind: 'dataset'})
WHERE 'MEASURED_AS' IN s.tie_types AND s.id IN i.sources
  AND s.superseded_by IS NULL // if not source
  AND s.id = $source // if source
OPTIONAL MATCH (a)-[p:MEASURED_AS]->(i)
WHERE p.source = s.id
WITH b, i, s, p
ORDER BY p.id
WITH b, i, s, collect(p) AS own
OPTIONAL MATCH (b)-[q:MEASURED_AS]->(i)
WHERE q.source = s.id
WITH i, s, own, q
ORDER BY q.id
WITH i, s, own, collect(q) AS others
UNWIND range($first, $last) AS year
WITH i, s, year, toString(year) AS said, own, others
WITH i, s, year, [p IN own WHERE p.since = said] AS own, [q IN others WHERE q.since = said] AS others, coalesce(date(toString(year) + '-01-01') >= s.covers_since AND date(toString(year) + '-12-31') <= s.covers_until, false) AS covered
WITH i, s, year, own, others, covered, own + others AS both
RETURN year AS year,
  CASE WHEN size(own) > 0 AND size(others) > 0 THEN 'both' WHEN size(both) > 0 THEN 'one only' WHEN covered THEN 'missing' ELSE 'outside its coverage' END AS status,
  i.name AS indicator,
  own[0].value AS value_of_one,
  others[0].value AS value_of_other,
  CASE WHEN size(own) > 0 AND size(others) > 0 AND others[0].value <> 0 THEN round(own[0].value / others[0].value, 2) END AS ratio,
  both[0].unit AS unit,
  s.id AS source,
  [t IN both | t.record] AS record,
  [t IN both | t.id] AS tie_id
ORDER BY source, year
