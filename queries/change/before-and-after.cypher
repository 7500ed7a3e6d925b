// title: Relations before and after a day, with a baseline
// question: How many relations between {actor} and {partner} began before {day} and how many from then on, compared with those of either with all others?
// note: Counts endorsed ties between actors that no coder inferred; mentions of one relation with the same dates count once. The baseline is the same count for the ties of either actor with everyone else: a source that says more about later years raises both.
// param actor: actor -- one of the two
// param partner: actor -- the other
// param day: date -- the day that divides before from after
// takes: source, as_seen_by
// returns: valence, before_day, from_day, unclear, undated, total, baseline_before, baseline_from, baseline_unclear, baseline_undated, baseline_total, tie_id
// shows: valence, before_day, from_day, undated, baseline_before, baseline_from
// example: --actor china --partner iran --day 2015-07-14
// also: {actor} and {partner} before and after; did {actor} and {partner} get closer after
// also: relations of {actor} and {partner} ~; compared with everybody else; against the baseline
// also: difference that a day made between {actor} and {partner}; more ties between {actor} and {partner} after than before
// also: turning point for {actor} and {partner}; did relations of {actor} with {partner} change from that day
// also: effect of an event on the relations of {actor} and {partner}; was there a break between {actor} and {partner}
// also: {actor} {partner} ties: was there a ~; did that day mark a turning point between {actor} and {partner}
// also: before, after, prior, afterwards, baseline, turning point, closer, watershed, pre, post, began, difference
// also: drift apart, since that day, break, rupture, caesura, cut, impact of the day, breakthrough, shift, step change
// also: prior to, following, thereafter, warmed up, cooled, upturn, downturn, compared, mark
UNWIND [$actor, $partner] AS side
MATCH (x:Actor {id: side})-[t]-(y:Actor)
WHERE t.endorsed IS NOT NULL AND NOT t.inferred
  {{measure_filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
WHERE a.id <> b.id
WITH t, a.id IN [$actor, $partner] AND b.id IN [$actor, $partner] AS here, CASE WHEN type(t) IN {{types symmetric=yes}} AND a.id > b.id THEN type(t) + ' ' + b.id + ' ' + a.id ELSE type(t) + ' ' + a.id + ' ' + b.id END + ' ' + coalesce(t.since, '') + ' ' + coalesce(t.until, '') AS relation, CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest < $day THEN 'before' WHEN t.since_earliest >= $day THEN 'after' ELSE 'unclear' END AS moment
ORDER BY relation, t.id
WITH t.sign AS valence, here, moment, relation, collect(t.id) AS ids
ORDER BY valence, relation
WITH valence, here, count(relation) AS total, sum(CASE moment WHEN 'before' THEN 1 ELSE 0 END) AS before, sum(CASE moment WHEN 'after' THEN 1 ELSE 0 END) AS after, sum(CASE moment WHEN 'unclear' THEN 1 ELSE 0 END) AS unclear, sum(CASE moment WHEN 'undated' THEN 1 ELSE 0 END) AS undated, collect(CASE WHEN here THEN ids END) AS shown
ORDER BY valence, here
WITH collect([valence, here, before, after, unclear, undated, total, shown]) AS counted
UNWIND [1, 0, -1] AS wanted
WITH wanted, [each IN counted WHERE each[0] = wanted AND each[1]] + [[wanted, true, 0, 0, 0, 0, 0, []]] AS own, [each IN counted WHERE each[0] = wanted AND NOT each[1]] + [[wanted, false, 0, 0, 0, 0, 0, []]] AS base
WITH wanted, own[0] AS own, base[0] AS base
RETURN CASE wanted WHEN 1 THEN 'cooperative' WHEN -1 THEN 'hostile' ELSE 'neutral' END AS valence,
  own[2] AS before_day,
  own[3] AS from_day,
  own[4] AS unclear,
  own[5] AS undated,
  own[6] AS total,
  base[2] AS baseline_before,
  base[3] AS baseline_from,
  base[4] AS baseline_unclear,
  base[5] AS baseline_undated,
  base[6] AS baseline_total,
  reduce(joined = [], each IN own[7] | joined + each) AS tie_id
ORDER BY wanted DESC, valence
