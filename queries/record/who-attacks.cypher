// title: Who attacks whom
// question: [Does {actor} use force against {target}|Who uses force against {target}|Against whom does {actor} use armed force|Who uses force against whom], and according to whom?
// note: Lists the use of force that a source states: attacks, invasions, strikes, fighting. Threats are in who-threatens; conflicts lists wars and disputes of data sets by their names, with their level.
// param target: actor? -- who is attacked
// param actor: actor? -- who attacks
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: attacker, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: attacker, target, regarding, gloss, when
// noun: tie
// see: who-threatens
// example: --target iran --actor iraq
// example: --target iran
// budget: 5000 ms -- without an anchor every tie of the type is listed
// also: who attacks {target}; who attacked {target}; whom does {actor} attack; did {actor} attack {target}
// also: who invaded {target}; whom did {actor} invade; did {actor} invade {target}; {actor}'s invasion of {target}
// also: invasion of {target} by {actor}; attacks on {target}; attack by {actor} on {target}; {actor}'s attack on {target}
// also: {target} is attacked by {actor}; {target} was invaded by {actor}; {target} bombed by {actor}
// also: who bombed {target}; who struck {target}; strikes on {target}; {actor}'s strikes on {target}
// also: who uses force against {target}; against whom does {actor} use force; {actor} used force against {target}
// also: who fights {target}; who is fighting {target}; who wages war on {target}; who went to war against {target}
// also: on whom does {actor} wage war; did {actor} strike {target}; who ~ {target}; whom does {actor} ~
// also: {actor} ~ {target}; {target} is ~ by {actor}; {actor}'s ~ against {target}; {actor}'s ~ on {target}
// also: {actor}'s ~ of {target}; who carried out ~ on {target}; by whom was {target} ~; {actor} launched ~ against {target}
// also: attack, attacker, invade, invader, invasion, bombing, bombard, strike, struck, airstrike, air strike, assault
// also: raid, shelling, shelled, aggressor, aggression, use of force, used force, military action, incursion
// also: onslaught, missile strike, drone strike, hit, waged war, wage war, offensive
MATCH (b:Actor {id: $target}) // if target
MATCH (a:Actor)-[t:USES_FORCE_AGAINST]->(b:Actor)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS attacker,
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
ORDER BY attacker, target, tie_id
