// title: Shared memberships
// question: To which organisations and blocs do {one} and {other} both belong, and since when?
// note: Lists overlapping spells of membership, one source at a time; a source that has only one of the two actors gives no row. Only full memberships count. in_force covers both.
// param one: actor -- one of the two
// param other: actor -- the other
// takes: as_of, source
// returns: group, kind, together_since, together_until, together, in_force, source, record, tie_id
// shows: group, kind, together_since, together_until, together
// noun: membership
// example: --one china --other iran
// example: --one iran --other saudi-arabia --as-of 2010-01-01
// also: to which organisations do {one} and {other} both belong; which organisations are {one} and {other} both members of
// also: IGOs that {one} and {other} have in common; shared memberships of {one} and {other}
// also: common organisations of {one} and {other}; what clubs are {one} and {other} both in
// also: in which bodies do {one} and {other} sit together; organisations that both {one} and {other} joined
// also: joint memberships of {one} and {other}; are {one} and {other} in the same organisations
// also: blocs with both {one} and {other}; what clubs do {one} and {other} share
// also: where do {one} and {other} sit at the same table; which international bodies have both {one} and {other}
// also: organisation, IGO, membership, member, belong, both, bloc, bodies, club, shared, in common, common, joint, together
// also: same, forum, same table, table, sit, international bodies, institutions, groupings, multilateral, alliances
// also: associations, unions, leagues, fora, co-members, fellow members, joined, overlap, international organisations
MATCH (a:Actor {id: $one})-[t:MEMBER_OF]->(g:Actor)<-[u:MEMBER_OF]-(b:Actor {id: $other})
WHERE t.source = u.source AND t.endorsed IS NOT NULL
  AND t.superseded_by IS NULL AND u.superseded_by IS NULL // if not source
  AND {{overlap t u}}
  {{claim_filters t}}
  AND {{may_hold u}} // if as_of
RETURN g.name AS group,
  g.kind AS kind,
  CASE WHEN t.since_latest > u.since_latest OR u.since IS NULL THEN t.since ELSE u.since END AS together_since,
  CASE WHEN t.until_latest < u.until_latest OR u.until_latest IS NULL THEN t.until ELSE u.until END AS together_until,
  CASE WHEN {{overlap t u how=certainly}} THEN 'certainly' ELSE 'possibly' END AS together,
  [w IN [t, u] | {{in_force w}}] AS in_force, // if as_of
  t.source AS source,
  [t.record, u.record] AS record,
  [t.id, u.id] AS tie_id
ORDER BY group, source, t.id, u.id
