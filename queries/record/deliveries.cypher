// title: Deliveries of arms, year by year
// question: Which weapons did {supplier} deliver to {recipient} in each year from {first} to {last}?
// note: Counts the orders of a trade register in their years of delivery. tiv is the year's value in a TIV table (null if none is loaded), never a share of an order. Numbers appear only in the register's window; even there, none identified does not prove that there was none. Begin some years before the time that you ask about.
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
// also: which weapons did {supplier} deliver to {recipient} each year; arms {supplier} delivered to {recipient} each year
// also: weapons that {supplier} shipped to {recipient}; arms shipments from {supplier} to {recipient} per year
// also: what military kit did {supplier} ship to {recipient}; arms imports of {recipient} from {supplier} over the years
// also: arms exports of {supplier} to {recipient} by year; yearly weapon deliveries from {supplier} to {recipient}
// also: how much did {supplier} deliver to {recipient}; TIV of {supplier} arms to {recipient}
// also: what did {recipient} receive from {supplier}; what arms did {recipient} buy from {supplier}
// also: how many tanks did {supplier} send to {recipient}; which arms did {supplier} send to {recipient}
// also: {supplier}'s arms shipments to {recipient} in that time; what did {supplier} sell {recipient} in those years
// also: arms flow from {supplier} to {recipient}
// also: deliver, ship, exports, imports, receive, received, weapons, arms, military kit, equipment, hardware, jets, tanks
// also: missiles, TIV, orders, each year, per year, yearly, annual, by year, year by year, volume, send, sent, supplied
// also: transferred, transfers, arms transfers, aircraft, planes, submarines, rifles, radar, systems, consignment, cargo
// also: provided, sold, how many, quantity, numbers, weapon systems, handed over, deal, purchased, bought, buy
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
