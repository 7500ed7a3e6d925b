// title: Deliveries of arms, year by year
// question: Which weapons did {supplier} deliver to {recipient} in each year from {first} to {last}?
// note: Orders of a trade register by their years of delivery; tiv is that of a TIV table for the year (null where none is loaded), never a share of an order. Numbers only in the register's window; there, none identified is no proof of none. Begin some years before the time that you ask about.
// param supplier: actor -- who delivers
// param recipient: actor -- to whom
// param first: year -- the first year
// param last: year -- the last year
// takes: source
// returns: year, status, orders, uncertain, items, ordered, tiv, register, record, source, tie_id
// shows: year, status, items, ordered, tiv
// noun: year
// example: --supplier china --recipient iran --first 2013 --last 2017
// example: --supplier russia --recipient iran --first 2014 --last 2026
MATCH (a:Actor {id: $supplier})
MATCH (b:Actor {id: $recipient})
MATCH (s:Source {kind: 'dataset'})
WHERE 'SELLS_ARMS_TO' IN s.tie_types
  AND s.superseded_by IS NULL // if not source
  AND s.id = $source // if source
WITH a, b, s, s.id AS register
UNWIND range($first, $last) AS year
WITH a, b, s, register, year, coalesce(date(toString(year) + '-01-01') >= s.covers_since AND date(toString(year) + '-12-31') <= s.covers_until, false) AS covered
OPTIONAL MATCH (a)-[t:SELLS_ARMS_TO]->(b)
WHERE t.source = register AND toString(year) IN t.years
WITH s, year, covered, t
ORDER BY s.id, year, t.id
WITH s, year, covered, count(t.item) AS orders, count(CASE WHEN t.item IS NOT NULL AND t.since CONTAINS '?' THEN 1 END) AS uncertain, collect(t.item) AS items, collect(CASE WHEN t.item IS NOT NULL THEN coalesce(t.ordered, '?') END) AS ordered, max(CASE WHEN t.item IS NULL THEN t.value END) AS tiv, collect(t.record) AS records, collect(t.id) AS ids
RETURN year AS year,
  CASE WHEN size(ids) > 0 THEN 'delivered' WHEN covered THEN 'none identified' ELSE 'outside its coverage' END AS status,
  CASE WHEN covered OR size(ids) > 0 THEN orders END AS orders,
  CASE WHEN covered OR size(ids) > 0 THEN uncertain END AS uncertain,
  items AS items,
  ordered AS ordered,
  tiv AS tiv,
  s.name AS register,
  records AS record,
  s.id AS source,
  ids AS tie_id
ORDER BY source, year
