// title: Who fears what
// question: What [does {actor}|does anyone] fear[ about {about}]?
// note: A fear is about what may happen; for dangers that someone sees now, ask who-threatens.
// param actor: actor? -- who fears it
// param about: entity? -- who or what would bring it about, suffer from it or be concerned by it
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: feared_by, from_name, tie, to_name, negated, regarding, gloss, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: from_name, tie, to_name, gloss, when
// noun: fear
// example: (none)
// example: --actor china
// example: --about iran
// budget: 500 ms -- without an anchor every claim is read
// also: what does {actor} fear; what is {actor} afraid of; fears of {actor}; worries of {actor}; {actor} worries that
// also: nightmare of {actor}; what {actor} dreads; concerns of {actor}; what keeps {actor} awake; who fears what
// also: who fears {about}; who is afraid of {about}; who worries about {about}; fears about {about}; what does {actor} fear about {about}
// also: worst case for {actor}; who is afraid of what; which outcomes does {actor} dread
// also: what gives {actor} sleepless nights
// also: what is {actor} scared of; fears about {about}; anxieties about {about}; worries about {about}
// also: feared, afraid, scared, worry, anxious, anxiety, dread, nightmare, concern, apprehension, alarm, frighten
// also: worst case, doomsday, scenario, threatening prospect, uneasy, nervous, phobia, horror, terrified, panic, haunt
// also: spectre, misgivings, qualms, bogeyman, sleepless, shudder, unsettle, unwanted, worst, outcomes, disaster
// also: catastrophe, risk, bleak, threaten
// also: is {about} feared by {actor}; does {actor} fear {about}; is {actor} afraid of {about}
MATCH (:Actor {id: $actor})<-[:BY]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim {mode: 'feared'})-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.source IS NOT NULL
  AND (a.id = $about OR b.id = $about OR $about IN c.regarding) // if about
  {{claim_filters c}}
OPTIONAL MATCH (c)-[w:BY]->(x)
WITH c, a, b, w, x
ORDER BY c.id, w.position, x.id
WITH c, a, b, collect(x.name) AS feared_by
{{regarding_names c keep=a,b,feared_by}}
RETURN feared_by AS feared_by,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.negated AS negated,
  regarding AS regarding,
  c.gloss AS gloss,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
