// title: Who opposes whom
// question: [Does {actor} oppose or take position against {target}|Who opposes or takes position against {target}|Whom or what does {actor} oppose|Who opposes whom], and according to whom?
// param target: entity? -- who or what is opposed
// param actor: actor? -- who opposes
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: opponent, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: opponent, target, regarding, gloss, when
// noun: tie
// example: (none)
// example: --actor china --target united-states
// budget: 5000 ms -- without an anchor every tie of the type is listed
// also: who opposes {target}; who is against {target}; whom does {actor} oppose; what is {actor} against
// also: countries that {actor} is against; opposition to {target}; opponents of {target}; resistance to {target}
// also: who takes position against {target}; {actor} opposes {target}; who resists {target}; who rejects {target}
// also: who objects to {target}; enemies of {target}; who is hostile to {target}; what does {actor} not accept
// also: who disapproves of {target}; who stands up to {target}; {target} is opposed by {actor}
// also: critics and opponents of {target}; who is opposed to {target}; what does {actor} object to
// also: who is not in favour of {target}; who dislikes {target}; who are {target}'s enemies; who ~ {target}
// also: whom does {actor} ~; {actor} ~ {target}; {target} is ~ by {actor}; which states resist {target}
// also: who says no to {target}; who turns against {target}; who is critical of {target}
// also: who is unhappy with {target}; who speaks out against {target}; what won't {actor} accept
// also: what will {actor} not accept; {actor}'s ~ to {target}; {actor}'s ~ of {target}; {actor}'s ~ against {target}
// also: {actor}'s ~ for {target}; {actor}'s ~ on {target}
// also: oppose, opponent, against, resist, object, reject, anti, hostile, disapprove, stand up to, not in favour, accept
// also: contra, enemy, counter, defy, dissent, foe, antagonism, protest, rebel, challenge, thwart, block, veto, unhappy
// also: dissatisfied, disagree, dislike, hate, speak out, stands against, turn against, condemn, contest
// also: naysayers, detractors, sceptics, skeptics
// unlike: protests, demonstrations, riots
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:OPPOSES]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS opponent,
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
ORDER BY opponent, target, tie_id
