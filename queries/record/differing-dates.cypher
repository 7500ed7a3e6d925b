// title: Memberships that two sources date differently
// question: For which memberships of {actor}, or in it, do two sources give dates that cannot both be right?
// note: Lists overlapping spells of one membership whose stated bounds exclude each other at the beginning or the end. A year does not conflict with a day in that year, nor an open end with an end that only the other source knows.
// param actor: actor -- a member, or a group
// returns: member, group, differs, since, until, other_since, other_until, other_source, other_record, other_tie_id, source, record, tie_id
// shows: member, group, differs, since, other_since
// noun: membership
// example: --actor china
// also: which memberships of {actor} do two sources date differently
// also: sources that disagree on when {actor} joined organisations; memberships of {actor} with different dates
// also: conflicting dates for {actor}; when did {actor} join according to different data sets
// also: date discrepancies in the memberships of {actor}
// also: at which points do the sources give different entry dates for {actor}; when did {actor} really join
// also: which sources date the membership of {actor} otherwise
// also: membership, joined, entry, accession, dates, differ, differently, different, disagree, discrepancy, mismatch
// also: deviating, two sources, data sets, when, entry dates, entered, admission, admitted, start dates, contradictory dates
// also: conflicting dates, inconsistent, inconsistency, diverge, not agree, otherwise, chronology, timing
MATCH (x:Actor {id: $actor})-[t:MEMBER_OF]-(y:Actor)
WHERE t.superseded_by IS NULL AND t.endorsed
WITH DISTINCT startNode(t) AS a, endNode(t) AS b, t
ORDER BY a.id, b.id, t.id
WITH a, b, collect(t) AS spells
UNWIND spells AS t
UNWIND spells AS u
WITH a, b, t, u
WHERE t.source < u.source
  AND {{overlap t u}}
WITH t, u, a, b, coalesce(t.since_latest < u.since_earliest OR u.since_latest < t.since_earliest, false) AS first_differs, coalesce(t.until_latest < u.until_earliest, false) OR coalesce(u.until_latest < t.until_earliest, false) AS last_differs
WHERE first_differs OR last_differs
RETURN a.name AS member,
  b.name AS group,
  CASE WHEN first_differs AND last_differs THEN 'begin and end' WHEN first_differs THEN 'begin' ELSE 'end' END AS differs,
  t.since AS since,
  t.until AS until,
  u.since AS other_since,
  u.until AS other_until,
  u.source AS other_source,
  u.record AS other_record,
  u.id AS other_tie_id,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY member, group, tie_id, other_tie_id
