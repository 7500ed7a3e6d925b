// title: What raises or lowers what
// question: [What does {cause} raise, lower or change in {what}|What raises, lowers or changes {what}|What does {cause} raise, lower or change|What raises, lowers or changes what], and why?
// param what: entity? -- what is raised, lowered or changed
// param cause: entity? -- what brings it about
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: cause, effect, what, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: cause, effect, what, gloss, when
// noun: cause
// example: (none)
// example: --what china-iran-military-cooperation
// budget: 2000 ms -- without an anchor every tie of the type is listed
// also: what raises or lowers {what}; what causes {what}; what drives {what}; effects of {cause}; consequences of {cause}
// also: influence of {cause} on {what}; impact of {cause}; what leads to {what}; what does {cause} lead to
// also: why did {what} rise; why did {what} fall; what strengthens {what}; what weakens {what}; drivers of {what}
// also: causes of {what}; what follows from {cause}; how does {cause} affect {what}; what boosts {what}; what harms {what}
// also: factors behind {what}; because of {cause}; what {cause} brought about; explain {what}; what fuels {what}
// also: what is behind {what}; what feeds {what}; why does {what} grow; what does {cause} change
// also: why did {what} change; why has {what} changed; why does {what} ~; why is {what} so
// also: cause, effect, consequence, influence, impact, affect, drive, raise, lower, increase, decrease, reduce, boost
// also: strengthen, weaken, lead to, result in, bring about, brought about, up or down, shape, determine, trigger
// also: follow from, knock-on, encourage, discourage, hinder, promote, undermine, fuel, feed, spur, stimulate, catalyst
// also: engine, root, origin, stem, reason, ground, produce, generate, create, contribute, led, leads, push up, push down
// also: slow, accelerate, aggravate, dampen, implication, repercussions, fallout, upshot, ramifications, mechanism, explains
// also: grow, shrink, worsen, improve, behind
// also: does {cause} hurt {what}; how does {cause} hurt {what}; impact of {cause} on {what}; effect of {cause} on {what}; what effect does {cause} have on {what}
// also: hurt, hurts, harm, harms, damage, cripple
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $what}) // if what
MATCH (a:Actor|Instrument|Event|Place|Factor|Issue {id: $cause}) // if cause
MATCH (a)-[t:INFLUENCES]->(b)
WHERE t.endorsed IS NOT NULL
  {{filters t}}
RETURN a.name AS cause,
  CASE WHEN t.sign > 0 THEN 'raises' WHEN t.sign < 0 THEN 'lowers' ELSE 'changes' END AS effect,
  coalesce(b.gloss, b.name) AS what,
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
ORDER BY what, effect, cause, tie_id
