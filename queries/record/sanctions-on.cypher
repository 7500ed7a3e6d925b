// title: Sanctions on a state, all sources side by side
// question: Which sanctions on {target}, and on persons and entities with an address there, does each source list?
// note: One row per case against the actor itself. Listings of persons and entities with an address there are counted by sender and source; they are not sanctions on the state. A sanctions list is a snapshot, without former entries. A case that no source says has ended is known to last only up to the end of its source. Sources overlap, so do not add up the rows.
// param target: actor -- who is under sanctions, or where the persons and entities listed have an address
// takes: as_of, source
// returns: on_whom, sender, measures, listed, since, until, in_force, held_by, endorsed, quote, paragraph, source, record, tie_id
// shows: on_whom, sender, measures, listed, when
// example: --target iran
// example: --target iran --as-of 2009-06-01
// also: all sanctions on {target} from all sources; all sanctions against {target} from all lists
// also: which sanctions on {target} does each source know; how many persons and firms of {target} are listed
// also: sanctions lists for {target}; who from {target} is on sanctions lists; OFAC and UN listings of {target}
// also: sanctions cases against {target} side by side; overview of the sanctions on {target}
// also: sanctioned persons and companies in {target}; every sanction against {target} in the data sets
// also: sanctions regimes against {target}; how heavily is {target} sanctioned; every listing against {target}
// also: who and what of {target} is listed; all measures against {target} in OFAC, UN and the others
// also: by whom is {target} ~
// also: sanction, listed, OFAC, GSDB, OpenSanctions, all sources, each source, side by side, persons, firms, companies
// also: entities, individuals, designated, designations, SDN, cases, all sanctions, every sanction, regimes, every
// also: every listing, complete, exhaustive, full, all, overview, blacklist, banks, ships, vessels, nationals, people
// also: number of, how many, entries, UN list, EU list, persons and entities, embargoes, targets, database, sources
MATCH (b:Actor {id: $target})
OPTIONAL MATCH (x:Actor)-[p:PRESENT_IN]->(b)
WHERE p.claim IS NULL AND p.superseded_by IS NULL
WITH b, x
ORDER BY x.id
WITH b, collect(DISTINCT x.id) AS there
UNWIND [b.id] + there AS on_id
MATCH (a:Actor)-[t:SANCTIONS]->(y:Actor {id: on_id})
WHERE t.endorsed IS NOT NULL AND t.quad IS NULL
  {{filters t}}
WITH a, t, y, y.id = $target AS itself
WITH a, t, y, itself, CASE WHEN itself THEN t.id ELSE t.source + ' ' + a.id END AS row
ORDER BY row, t.since_earliest, t.id
WITH a, itself, row, collect(t) AS ties, count(DISTINCT y.id) AS listed, collect(DISTINCT {{in_force t}}) AS held, // if as_of
WITH a, itself, row, collect(t) AS ties, count(DISTINCT y.id) AS listed, // if not as_of
  min(t.since_earliest) AS opens, collect(DISTINCT t.mechanism) AS measures
WITH a, itself, row, ties, listed, opens, measures, ties[0] AS first
  , held // if as_of
RETURN CASE WHEN itself THEN 'the actor itself' ELSE 'listed, with an address there' END AS on_whom,
  a.name AS sender,
  measures AS measures,
  CASE WHEN NOT itself THEN listed END AS listed,
  first.since AS since,
  CASE WHEN itself THEN first.until END AS until,
  held AS in_force, // if as_of
  first.held_by AS held_by,
  first.endorsed AS endorsed,
  first.quote AS quote,
  first.paragraph AS paragraph,
  first.source AS source,
  [t IN ties | t.record] AS record,
  [t IN ties | t.id] AS tie_id
ORDER BY on_whom DESC, sender, source, opens, a.id, first.id
