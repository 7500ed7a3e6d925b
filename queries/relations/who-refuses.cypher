// title: Who refuses what to whom
// question: [What does {actor} refuse to {target}|What does {actor} refuse, and to whom|What is refused to {target}, and by whom|Who refuses what to whom]?
// param actor: actor? -- who refuses
// param target: entity? -- who or what is refused
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: refuser, target, what, refused_ties, regarding, gloss, held_by, inferred, since, until, in_force, refused_claims, quote, paragraph, source, record, tie_id
// shows: refuser, target, gloss, when
// noun: refusal
// example: (none)
// example: --actor china --target iran
// budget: 9000 ms -- without an anchor every tie of the type is listed, with what is refused
// also: what does {actor} refuse; what has {actor} refused {target}; what has {actor} said no to
// also: does {actor} reject {target}'s requests; what does {actor} reject; what won't {actor} accept
// also: who turned down {target}; who refuses {target}; what does {actor} decline to do; what is {actor} unwilling to do
// also: {actor} turns {target} away; {target} was refused by {actor}; who says no to {target}
// also: requests that {actor} rejected; to whom does {actor} say no; what does {actor} withhold from {target}
// also: which offers did {actor} turn down; red lines of {actor}; {actor} is not willing to; what does {actor} rule out
// also: who denied {target} something; what does {actor} ~; {actor} ~ {target}; {target} is ~ by {actor}
// also: offers that {actor} turned down; which wishes did {actor} not grant {target}; what would {actor} never do
// also: what does {actor} balk at; what does {actor} resist doing; {actor}'s ~ to {target}; {actor}'s ~ of {target}
// also: {actor}'s ~ against {target}; {actor}'s ~ for {target}; {actor}'s ~ on {target}
// also: {target} requests that {actor} declined; {target} ~ that {actor} ~; offers from {target} that {actor} turned down
// also: refuse, reject, decline, say no, said no, turn down, turn away, unwilling, not willing, will not, withhold
// also: rebuff, snub, spurn, veto, accept, balk, request, deny, red line, rule out, deaf ear, turned, refuses to
// also: unwillingness, reluctant, never do, grant, not grant, disallow, brush off, shun, resist, block, exclude
// also: shut out, closed door, door, no-go, non-negotiable, unacceptable, abstains, avoid, stonewall, cold shoulder
// also: say no to
// also: who ignores the requests of {target}; which wishes of {target} does {actor} ignore
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:REFUSES]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
WITH a, b, t, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[o:ABOUT]->(d:Claim)
WITH a, b, t, o, d
ORDER BY t.id, o.position, d.id
WITH a, b, t, collect(d.gloss) AS what, collect(d.tie) AS refused_ties, collect(d.id) AS refused_claims
{{regarding_names t keep=a,b,what,refused_ties,refused_claims}}
RETURN a.name AS refuser,
  b.name AS target,
  what AS what,
  refused_ties AS refused_ties,
  regarding AS regarding,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  refused_claims AS refused_claims,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY refuser, target, tie_id
