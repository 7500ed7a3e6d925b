// title: Offices
// question: Which offices [does or did {person}|does or did anyone] hold[ in {body}, and|, where and] since when?
// param person: actor? -- who holds the office
// param body: actor? -- the state, party or body in which the office is held
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: person, office, body, since, until, in_force, held_by, inferred, quote, paragraph, source, record, tie_id
// shows: person, office, body, when
// noun: office
// example: (none)
// example: --person xi-jinping
// example: --body china
// budget: 500 ms -- without an anchor every tie of the type is listed
// also: which offices does {person} hold; what office does {person} hold; what jobs does {person} have
// also: positions held by {person}; what is {person}'s job; which post does {person} have; role of {person}
// also: {person}'s offices; offices of {person}; {person}'s office
// also: who is the president of {body}; who leads {body}; who governs {body}; leaders of {body}; officials of {body}
// also: what does {person} do for a living; career of {person}; title of {person}; since when is {person} in office
// also: who heads {body}; who is in charge of {body}; functions of {person}; who holds office in {body}
// also: leadership of {body}; who runs {body}; who is {person}; which offices are there in {body}; government of {body}
// also: office, post, position, job, role, title, function, president, minister, leader, head, chairman, secretary
// also: appointed, career, govern, in charge, in office, serve as, rank of, leadership, head of state, runs, holds, held
// also: officeholder, occupation, profession, employed, works as, serving, term, tenure, portfolio, cabinet, commander
// also: premier, prime minister, foreign minister, ambassador, diplomat, general, general secretary, supreme leader, ruler
// also: boss, chief, duty, elected, in power, statesman, politician, presidency
// also: which office does {person} occupy; occupy
// also: who is the leader of {body}; {body}'s leader; {body}'s leaders; lead, leads
MATCH (a:Actor:Person)-[t:HOLDS_OFFICE_IN]->(b:Actor)
WHERE t.endorsed IS NOT NULL
  AND a.id = $person // if person
  AND b.id = $body // if body
  {{filters t}}
RETURN a.name AS person,
  t.mechanism AS office,
  b.name AS body,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY person, t.since_earliest, body, tie_id
