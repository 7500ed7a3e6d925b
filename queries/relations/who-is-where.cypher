// title: Who is present where, and who controls what
// question: [Is {actor} present in {place}, or in control of it|Where is {actor} present, and what does it control|Who is present in {place}, or controls it|Who is present where, and who controls what]?
// param actor: actor? -- who is present or in control
// param place: entity? -- a place, a country, or a body that is controlled
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: actor, tie, place, mechanism, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: actor, tie, place, gloss, when
// noun: tie
// example: (none)
// example: --place bab-al-mandeb-strait
// budget: 2000 ms -- without an anchor every tie of the type is listed
// also: where is {actor} present; where does {actor} have a foothold; {actor} military bases abroad
// also: where does {actor} have bases; who controls {place}; who is present in {place}; who holds {place}
// also: what does {actor} control; {actor} presence in {place}; who is in {place}; which forces are in {place}
// also: bases in {place}; where are {actor} troops; who dominates {place}; who rules {place}; does {actor} control {place}
// also: does {actor} have troops in {place}; who occupies {place}; where is {actor} stationed; {actor} forces in {place}
// also: who operates in {place}; {actor} navy in {place}; whom does {actor} control; where does {actor} ~; who ~ {place}
// also: {actor} troops overseas; {actor} ~ in {place}; in which countries is {actor} present; who has a base in {place}
// also: who has the say in {place}; who has a grip on {place}; how far does the reach of {actor} extend; whose is {place}
// also: who administers {place}; who governs {place}; which territories does {actor} administer
// also: where, present, control, controlled, base, military base, foothold, station, deploy, troops, occupy, hold, dominate
// also: rule, located, permanent, abroad, overseas, port, garrison, territory, forces, navy, footprint, boots on the ground
// also: grip, foreign, outpost, installation, facility, soldiers, army, fleet, ships, warships, contingent, soil, reach
// also: extend, sphere, zone, sway, in charge, command, mastery, supremacy, hegemony, owns, possesses, sits, settled, active
// also: operate, patrol, entrenched, established, strait, seized, annex, governed, positions
// also: administer, administers, occupies, run by
// also: is {actor} in {place}
// also: embassies of {actor}; where does {actor} have embassies; does {actor} have an embassy in {place}; embassies in {place}; {actor}'s embassies
// also: embassy, embassies, consulate, consulates
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $place}) // if place
MATCH (a:Actor)-[t:{{pattern set=presence}}]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
RETURN a.name AS actor,
  type(t) AS tie,
  b.name AS place,
  t.mechanism AS mechanism,
  t.gloss AS gloss,
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
ORDER BY place, tie, actor, tie_id
