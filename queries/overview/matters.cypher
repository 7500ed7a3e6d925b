// title: What is said about a matter
// question: Which ties and claims concern {about}, as one of their sides or as their subject?
// param about: entity -- an actor, instrument, event, place, factor or issue
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: roles, from_name, tie, to_name, mode, negated, gloss, inferred, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: roles, from_name, tie, to_name, gloss
// noun: claim
// example: --about jcpoa
// example: --about arms-sales-to-iran
// also: what is said about {about}; everything on {about}; all about {about}; all mentions of {about}; what concerns {about}
// also: claims about {about}; tell me about {about}; information on {about}; what does the text say on {about}
// also: where does {about} come up; what role does {about} play; everything that has to do with {about}
// also: anything about {about}; facts on {about}; overview of {about}; what do we know about {about}
// also: significance of {about}; what is {about} about; what do we learn about {about}; what is there on {about}
// also: give me everything about {about}; what does the article tell about {about}; brief me on {about}
// also: how does {about} matter; where is {about} mentioned; {about} in general; claims that concern {about}
// also: what about {about}
// also: everything, anything, all about, mention, said, about, concern, concerning, come up, topic, subject, matter, related
// also: information, overview, know, role, has to do with, involve, learn, brief, background, context, dossier, profile
// also: summary, summarise, describe, description, explain, details, story, read, hear, discussed, treated, dealt with
// also: references, content, touch, revolve, regards
// also: info, infos
// also: parties to {about}; parties of {about}; sides in {about}; who took part in {about}; who was involved in {about}
// also: what do the sources say about {about}; what do the texts say about {about}; what do the articles say about {about}; what does each source say about {about}
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $about})<-[r:FROM|TO|REGARDING|VIA|BECAUSE_OF]-(c:Claim)
WHERE c.source IS NOT NULL
  {{claim_filters c}}
WITH c, type(r) AS role
ORDER BY c.id, role
WITH c, collect(DISTINCT role) AS roles
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
RETURN roles AS roles,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  c.negated AS negated,
  c.gloss AS gloss,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
