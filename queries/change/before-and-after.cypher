// title: Before and after a day, with the baseline
// question: How many relations of {actor} and {partner} began before and from {day}, against those of all other actors?
// note: Endorsed ties between actors that no coder inferred; mentions of one relation with the same dates count once. The baseline is the same count over all other pairs: a source that tells more of later years shows more in both.
// param actor: actor -- one of the two
// param partner: actor -- the other
// param day: date -- the day
// takes: source, as_seen_by
// returns: valence, before_day, from_day, unclear, undated, total, baseline_before, baseline_from, baseline_undated, baseline_total, tie_id
// example: --actor china --partner iran --day 2015-07-14
// budget: 3000 ms
UNWIND [1, 0, -1] AS sign
OPTIONAL MATCH (a:Actor)-[t]->(b:Actor)
WHERE t.sign = sign AND NOT t.inferred AND a.id <> b.id
  AND t.endorsed // if not as_seen_by
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.source = $source // if source
WITH sign, t, a.id IN [$actor, $partner] AND b.id IN [$actor, $partner] AS here, CASE WHEN type(t) IN ['RIVAL_OF', 'CONFLICTS_WITH', 'COOPERATES_WITH', 'ALLIED_WITH', 'AGREES_WITH', 'MEETS_WITH'] AND a.id > b.id THEN type(t) + ' ' + b.id + ' ' + a.id ELSE type(t) + ' ' + a.id + ' ' + b.id END + ' ' + coalesce(t.since, '') + ' ' + coalesce(t.until, '') AS relation, CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest < $day THEN 'before' WHEN t.since_earliest >= $day THEN 'after' ELSE 'unclear' END AS moment
ORDER BY sign, t.id
WITH sign, here, relation, moment, collect(t.id) AS ids
ORDER BY sign, relation
WITH sign, sum(CASE WHEN here AND moment = 'before' THEN 1 ELSE 0 END) AS before_day, sum(CASE WHEN here AND moment = 'after' THEN 1 ELSE 0 END) AS from_day, sum(CASE WHEN here AND moment = 'unclear' THEN 1 ELSE 0 END) AS unclear, sum(CASE WHEN here AND moment = 'undated' THEN 1 ELSE 0 END) AS undated, sum(CASE WHEN here THEN 1 ELSE 0 END) AS total, sum(CASE WHEN NOT here AND moment = 'before' THEN 1 ELSE 0 END) AS baseline_before, sum(CASE WHEN NOT here AND moment = 'after' THEN 1 ELSE 0 END) AS baseline_from, sum(CASE WHEN NOT here AND moment = 'undated' THEN 1 ELSE 0 END) AS baseline_undated, sum(CASE WHEN NOT here THEN 1 ELSE 0 END) AS baseline_total, collect(CASE WHEN here THEN ids ELSE [] END) AS lists
RETURN CASE sign WHEN 1 THEN 'cooperative' WHEN -1 THEN 'hostile' ELSE 'neutral' END AS valence,
  before_day AS before_day,
  from_day AS from_day,
  unclear AS unclear,
  undated AS undated,
  total AS total,
  baseline_before AS baseline_before,
  baseline_from AS baseline_from,
  baseline_undated AS baseline_undated,
  baseline_total AS baseline_total,
  reduce(joined = [], ids IN lists | joined + ids) AS tie_id
ORDER BY sign DESC, valence
