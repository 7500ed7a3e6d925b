// title: What limits the ties of two actors
// question: What limits {actor}'s ties with {partner}, by factor?
// note: A passage that only names a factor in a list is a receipt of the factor's heading or, if no limit explains the factor, a limit of its own. Limits that the source states come first, then those that a holder reports, then those that a coder inferred.
// param actor: actor -- whose ties are limited
// param partner: actor -- the other side
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: factor, sub_factor, names_only, inferred, constrainer, constraint, gloss, held_by, since, until, in_force, named_quote, named_paragraph, named_claim, quote, paragraph, source, claim
// shows: constrainer, gloss, when
// group: factor, strongest first
// noun: limit
// example: --actor china --partner iran
// also: what limits {actor}'s ties with {partner}; why are {actor}'s ties with {partner} limited
// also: by whom is {actor} ~; what holds {actor} back from ties with {partner}; what keeps {actor} from ties with {partner}
// also: obstacles to closer {actor} relations with {partner}; obstacles between {actor} and {partner}
// also: barriers between {actor} and {partner}; factors that hold back {actor} relations with {partner}
// also: what stands in the way of {actor} and {partner}; what keeps {actor} from getting closer to {partner}
// also: challenges in the relations of {actor} with {partner}; limits of {actor}'s cooperation with {partner}
// also: why is {actor} reluctant toward {partner}; what hampers {actor} and {partner}; ceiling on {actor} {partner} ties
// also: what blocks {actor} from {partner}; impediments to {actor} and {partner}; what holds {actor} and {partner} apart
// also: grouped by factor; what are the brakes on {actor} {partner} ties; why do {actor} and {partner} not get closer
// also: what prevents {actor} from moving closer to {partner}; what restricts {actor}'s cooperation with {partner}
// also: why does {actor} keep its distance from {partner}; why is the cooperation of {actor} and {partner} so weak
// also: limit, obstacle, barrier, hurdle, impediment, hindrance, hamper, hinder, hold back, stand in the way, in the way
// also: challenge, factor, reluctant, reason, closer, brake, ceiling, constraint, difficulty, stumbling block, problem
// also: complicate, impede, grouped, friction, curb, curtail, restrain, slow, dampen, inhibit, bottleneck, roadblock, snag
// also: drag, chill, hesitant, hesitate, cautious, caution, distance, keep distance, aloof, lukewarm, half-hearted, shallow
// also: weak, narrow, modest, stagnate, stalled, moving closer, deeper, deepen, boundaries, upper limit, handicap, prevents
// also: reservations, downsides
// also: what limits {actor} {partner} defence ties; what limits the military cooperation of {actor} with {partner}
// also: what stands in the way of {actor}'s ~ with {partner}; defence ties, military ties, military cooperation
// also: what prevents a closer partnership between {actor} and {partner}; what prevents closer ties between {actor} and {partner}; what prevents {actor} and {partner} from working together more closely
MATCH (a)-[t:CONSTRAINS]->(b:Actor {id: $actor})
WHERE $partner IN t.regarding
  {{filters t}}
WITH a, t, t.factor AS coded_factor
OPTIONAL MATCH (f:Factor {id: coded_factor})
OPTIONAL MATCH (:Factor {id: coded_factor})-[:PART_OF]->(whole:Factor)
OPTIONAL MATCH (a)-[:PART_OF]->(above:Factor)
WITH a, t, coalesce(whole.id, f.id) AS factor_id, coalesce(whole.name, f.name) AS factor, CASE WHEN whole.id IS NOT NULL THEN f.name WHEN above.id IS NOT NULL THEN a.name END AS sub_factor, t.source + ' ' + toString(t.paragraph) + ' ' + t.quote AS passage
WITH a, t, factor_id, factor, sub_factor, passage, CASE WHEN t.inferred THEN 20 WHEN t.endorsed THEN 0 ELSE 10 END + CASE t.constraint WHEN 'imposed' THEN 0 WHEN 'structural' THEN 1 ELSE 2 END AS weakness
ORDER BY t.paragraph, t.id
WITH collect([a, t, factor_id, factor, sub_factor, passage, weakness]) AS limits, collect([factor_id, passage]) AS passages
UNWIND limits AS each
WITH each[0] AS a, each[1] AS t, each[2] AS factor_id, each[3] AS factor, each[4] AS sub_factor, each[6] AS weakness, coalesce(each[0].id = each[2], false) AND size([p IN passages WHERE p[1] = each[5] AND p[0] <> each[2]]) > 0 AS names_only
ORDER BY weakness, t.paragraph, t.id
WITH collect([a, t, factor_id, factor, sub_factor, weakness, names_only]) AS limits, collect(CASE WHEN names_only THEN [factor_id, t.quote, t.paragraph, t.claim] END) AS naming, collect(CASE WHEN NOT names_only THEN [factor_id, weakness, t.id] END) AS explaining
UNWIND limits AS each
WITH each[0] AS a, each[1] AS t, each[3] AS factor, each[4] AS sub_factor, each[5] AS weakness, each[6] AS names_only, [n IN naming WHERE n[0] = each[2]] AS naming, [x IN explaining WHERE x[0] = each[2]] AS explaining
WHERE NOT names_only OR size(explaining) = 0
WITH a, t, factor, sub_factor, weakness, names_only, coalesce(explaining[0][1], 99) AS group_weakness, CASE WHEN explaining[0][2] = t.id THEN naming ELSE [] END AS named
RETURN factor AS factor,
  sub_factor AS sub_factor,
  names_only AS names_only,
  t.inferred AS inferred,
  a.name AS constrainer,
  t.constraint AS constraint,
  t.gloss AS gloss,
  t.held_by AS held_by,
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
ORDER BY group_weakness, factor, weakness, paragraph, t.id
