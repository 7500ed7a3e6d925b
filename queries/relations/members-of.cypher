// title: Members of a group
// question: [Does {member} belong to {group}|What does {member} belong to|Who belongs to {group}|Who belongs to what]?
// param group: actor? -- an organisation, bloc, party, body or collective
// param member: actor? -- who belongs to it
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: member, group, mechanism, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: member, group, mechanism, when
// noun: membership
// example: (none)
// example: --group un-security-council
// example: --member iran
// budget: 2000 ms -- without an anchor every tie of the type is listed
// also: who belongs to {group}; which countries belong to {group}; members of {group}; member states of {group}
// also: who sits on {group}; who is in {group}; who is a member of {group}; membership of {group}; composition of {group}
// also: who makes up {group}; who joined {group}; countries in {group}; who is part of {group}; which states make up {group}
// also: list of members of {group}; who are {group}'s members; which countries joined {group}
// also: is {member} a member of {group}; does {member} belong to {group}; is {member} part of {group}; is {member} in {group}
// also: did {member} join {group}; has {member} joined {group}; which organisations does {member} belong to
// also: when did {member} join {group}; since when is {member} a member of {group}; since when is {member} in {group}
// also: what is {member} a member of; memberships of {member}; which blocs is {member} in; who are {group}
// also: which organisations has {member} left; who left {group}; did {member} leave {group}; has {member} left {group}
// also: which organisations did {member} quit; who quit {group}
// also: which states form {group}; who forms {group}
// also: member, member states, membership, belong, sit, seat, join, part of, composition, make up, consist, comprise
// also: participate, participants, who is in, club, constituents, roster, included, contain, affiliated, enrolled
// also: countries in, states in, who sits, admitted, insiders, parts
// also: which organisations is {member} in; what groups is {member} in; which organisations is {member} part of
// unlike: left, leave, leaves, leaving, quit, quits
MATCH (a:Actor)-[t:MEMBER_OF]->(b:Actor)
WHERE t.endorsed IS NOT NULL
  AND b.id = $group // if group
  AND a.id = $member // if member
  {{filters t}}
RETURN a.name AS member,
  b.name AS group,
  t.mechanism AS mechanism,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY group, member, tie_id
