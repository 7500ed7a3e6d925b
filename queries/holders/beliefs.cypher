// title: Everything that a holder believes
// question: What does {holder} hold, say, want, fear or expect[ about {about}]?
// note: attitude: holds = vouches for it; seeks, fears, expects = as reported of it. For the author of a text this is the whole text.
// param holder: actor -- who believes
// param about: entity? -- only what is about this
// takes: as_of, source, asserted_only, no_inferred
// returns: attitude, from_name, tie, to_name, mode, negated, gloss, inferred, held_by, stance, since, until, in_force, quote, paragraph, source, claim
// shows: from_name, tie, to_name, gloss, when
// group: attitude
// noun: belief
// example: --holder chinese-officials
// example: --holder china --about iran
MATCH (h:Actor {id: $holder})<-[r:HELD_BY|BY]-(c:Claim)
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.quote IS NOT NULL
  AND (a.id = $about OR b.id = $about OR $about IN c.regarding) // if about
  {{claim_filters c}}
RETURN CASE WHEN type(r) = 'HELD_BY' THEN 'holds' WHEN c.mode = 'sought' THEN 'seeks' WHEN c.mode = 'feared' THEN 'fears' WHEN c.mode = 'expected' THEN 'expects' ELSE 'sees' END AS attitude,
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
ORDER BY source, paragraph, claim, attitude
