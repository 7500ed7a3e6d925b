// title: Pacts between two actors
// question: Which pacts bind {one} and {other}, with which obligations and when?
// note: A pact of many parties binds each of them to what its own row says; being party to the same pact does not make two actors allies. parties counts every actor that was ever in it. An open end is known only up to the end of the source. DCAD gives neither obligations nor end dates.
// param one: actor -- one of the two
// param other: actor -- the other
// takes: as_of, source
// returns: pact, obligations_of_one, obligations_of_other, parties, together_since, together_until, together, in_force, source, record, tie_id
// shows: pact, obligations_of_one, obligations_of_other, parties, together_since
// noun: pact
// example: --one china --other iran
// example: --one china --other iran --as-of 2015-07-14
// also: do {one} and {other} have a treaty with each other; pacts between {one} and {other}
// also: which pacts bind {one} and {other}; defence pacts binding {one} and {other}
// also: is there an alliance treaty between {one} and {other}; are {one} and {other} formally allied
// also: treaty obligations of {one} to {other}; alliance agreements of {one} and {other}
// also: non-aggression pact of {one} and {other}; must {one} defend {other}
// also: which obligations do {one} and {other} have to each other; treaties of {one} and {other}
// also: did {one} and {other} sign a pact; mutual defence of {one} and {other}; are {one} and {other} bound by any treaty
// also: does a treaty link {one} and {other}; what have {one} and {other} promised each other
// also: do {one} and {other} have a defence agreement; what have {one} and {other} pledged each other
// also: do {one} and {other} have a defence treaty; do {one} and {other} have a defence pact
// also: alliances between {one} and {other}; alliances of {one} with {other}
// also: pact, treaty, alliance, formal, obligation, bind, bound, defence pact, mutual defence, non-aggression, neutrality
// also: consultation, entente, ATOP, DCAD, signed, commitment, each other, agreement, defence agreement, accord, contract
// also: covenant, promise, pledged, guarantee, security guarantee, assist, casus foederis, come to the aid, duties, legally
// also: treaty-bound, nonaggression, defend
// unlike: {person}
MATCH (a:Actor {id: $one})-[t:PARTY_TO]->(i:Instrument)<-[u:PARTY_TO]-(b:Actor {id: $other})
WHERE t.source = u.source AND t.endorsed IS NOT NULL
  AND t.superseded_by IS NULL AND u.superseded_by IS NULL // if not source
  AND {{overlap t u}}
  {{claim_filters t}}
  AND {{may_hold u}} // if as_of
OPTIONAL MATCH (i)<-[w:PARTY_TO]-(x)
WHERE w.superseded_by IS NULL
WITH t, u, i, count(DISTINCT x.id) AS parties
RETURN i.name AS pact,
  t.obligations AS obligations_of_one,
  u.obligations AS obligations_of_other,
  parties AS parties,
  CASE WHEN t.since_latest > u.since_latest OR u.since IS NULL THEN t.since ELSE u.since END AS together_since,
  CASE WHEN t.until_latest < u.until_latest OR u.until_latest IS NULL THEN t.until ELSE u.until END AS together_until,
  CASE WHEN {{overlap t u how=certainly}} THEN 'certainly' ELSE 'possibly' END AS together,
  [w IN [t, u] | {{in_force w}}] AS in_force, // if as_of
  t.source AS source,
  [t.record, u.record] AS record,
  [t.id, u.id] AS tie_id
ORDER BY coalesce(t.since_earliest, u.since_earliest), source, t.id, u.id
