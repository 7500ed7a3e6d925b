// title: Neighbours and disputes with them
// question: Who borders {actor}, and which disputes and conflicts did the two have while they were neighbours?
// note: border is the kind of border in the data set: by land or river, or across up to 400 miles of water. disputes counts events, not the ties that they make; derived pairs and machine-coded events are left out. highest is the highest level of COW MID (2 threat, 3 display, 4 use of force, 5 war). A border without an end date is known up to the end of the source.
// param actor: actor -- whose neighbours
// takes: as_of
// returns: neighbour, border, since, until, in_force, disputes, highest, first_dispute, last_dispute, dispute_sources, dispute_tie_id, source, record, tie_id
// shows: neighbour, border, disputes, first_dispute, last_dispute
// noun: neighbour
// example: --actor iran
// example: --actor iran --as-of 1988-06-01
// also: who borders {actor}; neighbours of {actor}; countries that border {actor}
// also: which countries share a border with {actor}; {actor}'s neighbours and did they fight; border disputes of {actor}
// also: countries next to {actor}; adjacent to {actor}; surrounding countries of {actor}; does {actor} border
// also: neighbourhood of {actor}; contiguous states of {actor}; how many neighbours does {actor} have
// also: countries around {actor}; did {actor} fight its neighbours; which states lie next to {actor}; who is next to {actor}
// also: who has a common border with {actor}; around {actor}; who has a frontier with {actor}
// also: neighbour, neighbourhood, border, frontier, adjacent, next door, next to, contiguous, surround, share a border
// also: land border, adjoining, vicinity, fight, fought, lie, lies, next, beside, nearby, near, close by, flank, abut
// also: touching, common border, boundary, borderland, coast, proximity, encircle, geography, geographic
MATCH (a:Actor {id: $actor})-[t:BORDERS]-(b:Actor)
WHERE t.endorsed IS NOT NULL AND t.superseded_by IS NULL
  AND {{may_hold t}} // if as_of
WITH DISTINCT a, b, t
OPTIONAL MATCH (a)-[d:{{pattern set=force}}]-(b)
WHERE d.endorsed AND NOT d.inferred AND d.superseded_by IS NULL AND d.level IS NOT NULL AND d.regarding IS NOT NULL AND {{overlap d t}}
WITH DISTINCT b, t, d
ORDER BY t.id, d.since_earliest, d.id
WITH b, t, count(DISTINCT d.regarding[0]) AS disputes, max(CASE WHEN d.source = 'cow_mid' THEN d.level END) AS highest, min(d.since) AS first_dispute, max(d.since) AS last_dispute, collect(DISTINCT d.source) AS dispute_sources, collect(d.id) AS dispute_ids
RETURN b.name AS neighbour,
  CASE t.level WHEN 1 THEN 'land or river' WHEN 2 THEN 'at most 12 miles of water' WHEN 3 THEN 'at most 24 miles of water' WHEN 4 THEN 'at most 150 miles of water' WHEN 5 THEN 'at most 400 miles of water' END AS border,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  disputes AS disputes,
  highest AS highest,
  first_dispute AS first_dispute,
  last_dispute AS last_dispute,
  dispute_sources AS dispute_sources,
  dispute_ids AS dispute_tie_id,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY neighbour, t.since_earliest, tie_id
