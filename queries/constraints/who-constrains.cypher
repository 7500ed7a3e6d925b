// title: Who constrains whom
// question: [Does {constrainer} limit {target}'s freedom of action|Who or what limits {target}'s freedom of action|Whose freedom of action does {constrainer} limit|Who or what limits whose freedom of action][, about {regarding}]?
// note: A passage that only names a factor in a list is a receipt of the factor's heading or, if no limit explains the factor, a limit of its own. Limits that the source states come first, then those that a holder reports, then those that a coder inferred.
// param target: actor? -- whose freedom of action
// param regarding: entity? -- only limits that concern this actor, instrument or issue
// param constrainer: entity? -- who or what limits
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: constrainer, target, mechanism, constraint, factor, sub_factor, names_only, via, held_by, inferred, since, until, in_force, named_quote, named_paragraph, named_claim, quote, paragraph, source, claim
// shows: constrainer, factor, via, when
// group: target|factor, strongest first
// noun: limit
// example: --target china --regarding iran
// example: --target china --as-of 2020-10-19
// example: --target china --as-seen-by china
// example: (none)
// example: --constrainer united-states
// budget: 6000 ms -- without an anchor every tie of the type is listed, with its factor and instruments
// also: who constrains whom; who constrains whom about {regarding}; who limits whom about {regarding}; who limits whom
// also: whom does {constrainer} ~; who is ~ by {constrainer}; {constrainer} ~ {target}
// also: {target} is ~ by {constrainer}; does {constrainer} ~ {target}; whose freedom of action does {constrainer} ~
// also: what ~ {target} toward {regarding}; who ~ {target} toward {regarding}
// also: what ~ {target} on {regarding}; what ~ {target} about {regarding}; who ~ {target} on {regarding}
// also: {constrainer} ~ whom; limits that {constrainer} imposes on {target}; how does {constrainer} ~ {target}
// also: who constrains {target}; what constrains {target}; who limits {target}'s freedom of action
// also: who ties {target}'s hands about {regarding}; what restrains {target}; what stops {target} from acting on {regarding}
// also: {target}'s hands are tied; who has leverage over {target}; what binds {target} when it comes to {regarding}
// also: constraints on {target} about {regarding}; limits on {target} regarding {regarding}; who restricts {target}
// also: what prevents {target} from acting freely toward {regarding}; who keeps {target} in check; who reins in {target}
// also: whose pressure limits {target}'s room for manoeuvre; what keeps {target} from acting
// also: who or what holds {target} back on {regarding}; what prevents {target} from acting on {regarding}
// also: who has {target} on a leash; who calls the shots for {target}; who has a hold over {target}
// also: who has power over {target}
// also: who ~ {target}; by whom is {target} ~; is {target} ~ by others
// also: constrain, constraint, restrain, restraint, tie hands, hands tied, freedom of action, free hand, room for manoeuvre
// also: room to manoeuvre, leverage, rein in, check, keep in check, prevent, restrict, curb, limit, bind, box in, contain
// also: when it comes to, leeway, wiggle room, room, manoeuvre, maneuver, leash, shackle, fetter, handcuff, straitjacket
// also: hamstring, hamstrung, hem, corset, latitude, autonomy, independence, dictate, force, deter, holds back, keeps from
// also: confine, impose, discipline
// also: leverage of {constrainer} over {target}; {constrainer}'s leverage over {target}; what leverage does {constrainer} have over {target}; does {constrainer} have leverage over {target}
// also: what leverage has {constrainer} over {target}; {constrainer}'s power over {target}; power of {constrainer} over {target}
MATCH (a:Actor|Instrument|Event|Place|Factor|Issue {id: $constrainer}) // if constrainer
MATCH (a)-[t:CONSTRAINS]->(b:Actor {id: $target}) // if target
MATCH (a)-[t:CONSTRAINS]->(b:Actor) // if not target
WHERE t.endorsed IS NOT NULL
  AND $regarding IN t.regarding // if regarding
  {{filters t}}
WITH a, b, t, t.factor AS coded_factor
OPTIONAL MATCH (f:Factor {id: coded_factor})
OPTIONAL MATCH (:Factor {id: coded_factor})-[:PART_OF]->(whole:Factor)
OPTIONAL MATCH (a)-[:PART_OF]->(above:Factor)
WITH a, b, t, coalesce(whole.id, f.id) AS factor_id, coalesce(whole.name, f.name) AS factor, CASE WHEN whole.id IS NOT NULL THEN f.name WHEN above.id IS NOT NULL THEN a.name END AS sub_factor, t.source + ' ' + toString(t.paragraph) + ' ' + t.quote AS passage
WITH a, b, t, factor_id, factor, sub_factor, passage, CASE WHEN t.inferred THEN 20 WHEN t.endorsed THEN 0 ELSE 10 END + CASE t.constraint WHEN 'imposed' THEN 0 WHEN 'structural' THEN 1 ELSE 2 END AS weakness
ORDER BY t.paragraph, t.id
WITH b, collect([a, t, factor_id, factor, sub_factor, passage, weakness]) AS limits, collect([factor_id, passage]) AS passages
UNWIND limits AS each
WITH b, each[0] AS a, each[1] AS t, each[2] AS factor_id, each[3] AS factor, each[4] AS sub_factor, each[6] AS weakness, coalesce(each[0].id = each[2], false) AND size([p IN passages WHERE p[1] = each[5] AND p[0] <> each[2]]) > 0 AS names_only
ORDER BY weakness, t.paragraph, t.id
WITH b, collect([a, t, factor_id, factor, sub_factor, weakness, names_only]) AS limits, collect(CASE WHEN names_only THEN [factor_id, t.quote, t.paragraph, t.claim] END) AS naming, collect(CASE WHEN NOT names_only THEN [factor_id, weakness, t.id] END) AS explaining
UNWIND limits AS each
WITH b, each[0] AS a, each[1] AS t, each[3] AS factor, each[4] AS sub_factor, each[5] AS weakness, each[6] AS names_only, [n IN naming WHERE n[0] = each[2]] AS naming, [x IN explaining WHERE x[0] = each[2]] AS explaining
WHERE NOT names_only OR size(explaining) = 0
WITH a, b, t, factor, sub_factor, weakness, names_only, coalesce(explaining[0][1], 99) AS group_weakness, CASE WHEN explaining[0][2] = t.id THEN naming ELSE [] END AS named
WITH a, b, t, factor, sub_factor, weakness, group_weakness, names_only, named, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, b, t, factor, sub_factor, weakness, group_weakness, names_only, named, v, i
ORDER BY t.id, v.position, i.id
WITH a, b, t, factor, sub_factor, weakness, group_weakness, names_only, named, collect(i.name) AS via
RETURN a.name AS constrainer,
  b.name AS target,
  t.mechanism AS mechanism,
  t.constraint AS constraint,
  factor AS factor,
  sub_factor AS sub_factor,
  names_only AS names_only,
  via AS via,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  [n IN named | n[1]] AS named_quote,
  [n IN named | n[2]] AS named_paragraph,
  [n IN named | n[3]] AS named_claim,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.claim AS claim
ORDER BY target, group_weakness, factor, weakness, paragraph, t.id
