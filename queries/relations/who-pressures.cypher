// title: Who puts pressure on whom
// question: [Does {actor} put pressure on {target}|Who puts pressure on {target}|On whom does {actor} put pressure|Who puts pressure on whom] by means other than sanctions and force, and over what?
// note: Pressure that an actor refuses to exert, or only considers, is not a tie: ask what-is-denied or what-is-possible.
// param target: actor? -- who is under pressure
// param actor: actor? -- who exerts it
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: presser, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: presser, target, regarding, gloss, when
// noun: tie
// example: (none)
// example: --target iran --actor united-states
// budget: 5000 ms -- without an anchor every tie of the type is listed
// also: who puts pressure on {target}; who is pressuring {target}; who is leaning on {target}; {actor} pressure on {target}
// also: who coerces {target}; is {target} under pressure from {actor}; whom does {actor} press; who pushes {target}
// also: {target} pressured by {actor}; who forces {target}; what does {actor} press {target} to do; who squeezes {target}
// also: who twists {target}'s arm; who ~ {target}; whom does {actor} ~; {actor} ~ {target}; {target} is ~ by {actor}
// also: is {target} pushed around by {actor}; who twists the arm of {target}; who puts the screws on {target}
// also: who makes demands on {target}; {actor}'s ~ to {target}; {actor}'s ~ of {target}; {actor}'s ~ against {target}
// also: {actor}'s ~ for {target}; {actor}'s ~ on {target}
// also: {actor} puts {target} under pressure; who puts {target} under pressure; whom does {actor} put under pressure
// also: pressure, press, push, pushes, coerce, lean on, leaning, squeeze, twist, arm-twisting, bully, blackmail, force
// also: compel, urge, insist, under pressure, intimidate, strong-arm, heavy-handed, ultimatum, maximum pressure, harass
// also: push around, screws, thumbscrews, demand, impel, oblige, prod, nudge, lobby, corner, browbeat, squeeze out, tighten
// also: press on, urged, exert, leverage, bend, force to, breathing down, weigh
MATCH (a:Actor)-[t:PRESSURES]->(b:Actor)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  AND b.id = $target // if target
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS presser,
  b.name AS target,
  regarding AS regarding,
  t.mechanism AS mechanism,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.endorsed AS endorsed,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY presser, target, tie_id
