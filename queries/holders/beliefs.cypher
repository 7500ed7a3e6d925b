// title: What a holder believes
// question: What does {holder} believe, say, want, fear or expect[ about {about}]?
// note: One row per claim. attitude is holds if the holder vouches for the claim; seeks, fears or expects if it is reported of the holder; and supports, opposes, criticises, views as... for a position of the holder's own that somebody else reports. For the author of a text, this lists the whole text.
// param holder: actor -- who believes
// param about: entity? -- only claims about this
// takes: as_of, source, asserted_only, no_inferred
// returns: attitude, from_name, tie, to_name, mode, negated, gloss, inferred, held_by, stance, since, until, in_force, quote, paragraph, source, claim
// shows: from_name, tie, to_name, gloss, when
// group: attitude
// noun: belief
// example: --holder chinese-officials
// example: --holder yang-jiechi
// example: --holder iran
// example: --holder china --about iran
// also: what does {holder} believe; what does {holder} think; what does {holder} think about {about}
// also: what does {holder} make of {about}; beliefs of {holder}; opinions of {holder} on {about}
// also: views of {holder} about {about}; what does {holder} say about {about}; position of {holder} on {about}
// also: attitude of {holder} to {about}; everything that {holder} believes; {holder}'s take on {about}
// also: {holder}'s perspective on {about}; how does {holder} see the world; according to {holder}
// also: what {holder} holds about {about}; in the eyes of {holder}; stance of {holder}; {holder}'s statements
// also: from the point of view of {holder}; what is {holder} convinced of; {holder} on {about}
// also: what does {holder} claim about {about}; what are {holder}'s ideas about {about}; how does {holder} view {about}
// also: how does {holder} see {about}; {holder}'s opinion of {about}; according to {holder}, what about {about}
// also: what does {holder} think of {about}; {holder}'s opinions; {holder}'s views; {holder}'s beliefs
// also: what did {holder} say; what has {holder} said; what happened according to {holder}; according to {holder} what happened
// also: what does {holder} expect; what did {holder} expect
// also: believe, belief, think, opinion, view, say, says, said, hold, position, attitude, stance, take, perspective
// also: point of view, make of, convinced, conviction, mindset, world view, perception, state, argue, thought, claims, sees
// also: regards, judges, reckons, assume, suppose, understanding, outlook, standpoint, viewpoint, mind, ideas, ideology
// also: doctrine, testimony, voice, narrative, assess
// also: what is said about {about} by {holder}; what has been said about {about} by {holder}; what was said about {about} by {holder}; what is thought of {about} by {holder}
// also: what has {holder} said about {about}; what did {holder} say about {about}; what has {holder} said on {about}
MATCH (h:Actor {id: $holder})<-[r:HELD_BY|BY|FROM]-(c:Claim)
WHERE c.quote IS NOT NULL AND (type(r) <> 'FROM' OR c.mode = 'actual' AND c.tie IN {{types set=position}})
  {{claim_filters c}}
WITH c, CASE type(r) WHEN 'HELD_BY' THEN 'holds' WHEN 'FROM' THEN toLower(replace(c.tie, '_', ' ')) ELSE CASE c.mode WHEN 'sought' THEN 'seeks' WHEN 'feared' THEN 'fears' WHEN 'expected' THEN 'expects' ELSE 'sees' END END AS attitude
ORDER BY c.id, attitude
WITH c, collect(DISTINCT attitude) AS attitudes
WITH c, reduce(joined = '', each IN attitudes | joined + CASE joined WHEN '' THEN '' ELSE ', ' END + each) AS attitude
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.id IS NOT NULL
  AND (a.id = $about OR b.id = $about OR $about IN c.regarding) // if about
RETURN attitude AS attitude,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  c.negated AS negated,
  c.gloss AS gloss,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.stance AS stance,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
