// title: Who criticises whom
// question: [Does {actor} criticise or blame {target}|Who criticises or blames {target}|Whom does {actor} criticise or blame|Who criticises or blames whom], for what, and according to whom?
// param target: entity? -- who or what is criticised
// param actor: actor? -- who criticises
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: critic, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: critic, target, regarding, gloss, when
// noun: tie
// example: (none)
// example: --target united-states --as-of 2021-03-18
// budget: 5000 ms -- without an anchor every tie of the type is listed
// also: who criticises {target}; who blames {target}; what does {actor} blame {target} for; {actor}'s criticism of {target}
// also: criticism of {target}; accusations against {target}; who accuses {target}; who condemns {target}
// also: what is {target} accused of; who complains about {target}; {actor} denounces {target}; who finds fault with {target}
// also: whom does {actor} criticise; whom does {actor} blame; what does {actor} hold against {target}
// also: what does {actor} dislike about {target}; {target} criticised by {actor}; reproaches of {actor}
// also: who attacks {target} in words; harsh words for {target}; what is wrong with {target}; who ~ {target}
// also: whom does {actor} ~; {actor} ~ {target}; {target} is ~ by {actor}; who lashes out at {target}
// also: who speaks ill of {target}; who takes {target} to task; what does {actor} find wrong with {target}
// also: what does {actor} accuse {target} of; {actor}'s ~ to {target}; {actor}'s ~ of {target}; {actor}'s ~ against {target}
// also: {actor}'s ~ for {target}; {actor}'s ~ on {target}
// also: criticise, criticism, critic, blame, accuse, condemn, denounce, complain, complaint, reproach, fault, hold against
// also: rebuke, scold, slam, lambast, reprimand, dislike, harsh words, verbal attack, chide, lash, lashes, lash out
// also: verbally, in words, speaks ill, badmouth, take to task, upbraid, censure, disapproval, deplore, decry, castigate
// also: lament, grumble, charge, allegation, guilty, culprit, responsible, finds fault, grievance, indict, objection, rant
// also: shame, scathing, hypocrisy, guilt
// also: {actor}'s criticism; by whom is {target} criticised
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:CRITICISES]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS critic,
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
ORDER BY critic, target, tie_id
