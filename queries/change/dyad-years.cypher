// title: Two actors, year by year
// question: How many cooperative, neutral and hostile ties did {actor} and {partner} have in each year from {first} to {last}?
// note: Counts relations, not mentions: mentions of one type with the same dates count once. A year has numbers if something is coded in it. It has 0 only if a data set of ties between actors includes both actors and covers the whole year; null means not coded. Undated ties belong to no year and have a column of their own.
// param actor: actor -- one of the two
// param partner: actor -- the other
// param first: year -- the first year
// param last: year -- the last year
// takes: source, as_seen_by, no_inferred
// returns: year, status, cooperative, neutral, hostile, only_possibly, undated, tie_id
// shows: year, cooperative, neutral, hostile, undated, status
// noun: year
// example: --actor china --partner iran --first 2011 --last 2022
// also: yearly ties of {actor} and {partner}; ties between {actor} and {partner} per year; year by year; each year
// also: friendly and hostile ties by year; annual balance of {actor} and {partner}
// also: how did relations of {actor} with {partner} develop over the years; count of ties a year of {actor} and {partner}
// also: how friendly were {actor} and {partner} in each year; trend of relations between {actor} and {partner}
// also: cooperative and hostile ties of {actor} and {partner} in every year
// also: tally of good and bad relations of {actor} and {partner}; plot the friendliness of {actor} and {partner} annually
// also: yearly, annual, year by year, per year, each year, every year, over the years, time series, trend, develop, evolve
// also: evolution, count, number, friendly, hostile, cooperative, positive, negative, balance, tally, yearwise, good and bad
// also: statistics, table, figures, score, sum, friendlier, warmer, colder, ups and downs, curve, over time, plot
MATCH (a:Actor {id: $actor})
MATCH (b:Actor {id: $partner})
UNWIND range($first, $last) AS y
WITH a, b, y AS year, date(toString(y) + '-01-01') AS opens, date(toString(y) + '-12-31') AS closes
OPTIONAL MATCH (s:Source {kind: 'dataset'})
WHERE s.covers_since <= opens AND s.covers_until >= closes AND s.covers_days IS NULL AND s.id IN a.sources AND s.id IN b.sources
  AND NOT s.id <> $source // if source
  AND s.superseded_by IS NULL // if not source
  AND any(x IN s.tie_types WHERE NOT x IN {{types set=attribute}})
WITH a, b, year, opens, closes, count(s) AS covering
OPTIONAL MATCH (a)-[t]-(b)
WHERE t.endorsed IS NOT NULL
  {{measure_filters t}}
WITH year, covering, t, type(t) + CASE WHEN type(t) IN {{types symmetric=yes}} THEN '' ELSE ' ' + startNode(t).id END + ' ' + coalesce(t.since, '') + ' ' + coalesce(t.until, '') AS relation, t.since_earliest IS NULL AND t.until_latest IS NULL AS undated, coalesce((t.since_earliest IS NULL OR t.since_earliest <= closes) AND coalesce(t.until_latest, t.until_earliest) >= opens, false) AS held, coalesce(t.since_latest <= closes AND t.until_earliest >= opens, false) AS surely
ORDER BY year, t.id
WITH year, covering, count(DISTINCT CASE WHEN held THEN relation END) AS coded, count(DISTINCT CASE WHEN held AND t.sign > 0 THEN relation END) AS cooperative, count(DISTINCT CASE WHEN held AND t.sign = 0 THEN relation END) AS neutral, count(DISTINCT CASE WHEN held AND t.sign < 0 THEN relation END) AS hostile, count(DISTINCT CASE WHEN held AND NOT surely THEN relation END) AS only_possibly, count(DISTINCT CASE WHEN undated AND NOT held THEN relation END) AS undated, collect(CASE WHEN held THEN t.id END) AS ids
RETURN year AS year,
  CASE WHEN coded > 0 THEN 'coded' WHEN covering > 0 THEN 'none' ELSE 'not coded' END AS status,
  CASE WHEN coded > 0 OR covering > 0 THEN cooperative END AS cooperative,
  CASE WHEN coded > 0 OR covering > 0 THEN neutral END AS neutral,
  CASE WHEN coded > 0 OR covering > 0 THEN hostile END AS hostile,
  CASE WHEN coded > 0 OR covering > 0 THEN only_possibly END AS only_possibly,
  undated AS undated,
  ids AS tie_id
ORDER BY year
