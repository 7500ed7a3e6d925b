// title: Events of cooperation and conflict, by month
// question: How many reported events of cooperation and of conflict were there between {actor} and {partner} in each month?
// note: Counts by quad class (the codebook's: CAMEO 09 is verbal conflict). total counts all reported events in that direction in the month; without_type counts the rest, which has no tie type. Scores are not averaged, because opposite events would cancel out. The news is coded by machine, so several reports of one event do not corroborate each other. A month counts only the days that the source's files hold (--coverage lists them); a month without a row is not a zero.
// param actor: actor -- one of the two
// param partner: actor -- the other
// takes: source
// returns: month, from_name, to_name, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, without_type, total, first_day, last_day, month_covered, source, record, tie_id
// shows: month, from_name, to_name, total, verbal_conflict
// noun: month
// example: --actor china --partner iran
// also: monthly events between {actor} and {partner}; GDELT counts per month, {actor} and {partner}
// also: events of cooperation and conflict by month between {actor} and {partner}
// also: news events per month of {actor} and {partner}; how many reported events between {actor} and {partner}
// also: ICEWS events of {actor} and {partner}; month by month media reports on {actor} and {partner}
// also: cooperative and conflictual events of {actor} and {partner}; event counts for {actor} and {partner}
// also: intensity of interaction of {actor} and {partner} each month
// also: verbal and material conflict between {actor} and {partner}; media events by month between {actor} and {partner}
// also: number of events a month for {actor} and {partner}
// also: conflict and cooperation events of {actor} and {partner} per month
// also: month, by month, per month, each month, month by month, event, GDELT, ICEWS, event data, news, media, reported
// also: counts, how many, conflictual, verbal, material, quad class, CAMEO, press, coverage, newspaper, headlines
// also: reported events, event counts, frequency, monthly numbers, interaction, incidents, time series, trend, quad
// also: statements, machine-coded, PHOENIX, Goldstein
MATCH (a:Actor {id: $actor})-[t]-(b:Actor {id: $partner})
WHERE t.endorsed IS NOT NULL AND t.quad IS NOT NULL AND t.count IS NOT NULL AND t.total IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS one, endNode(t) AS two, substring(t.since, 0, 7) AS month, t.source AS source_id
MATCH (of:Source {id: source_id})
WITH t, one, two, month, of AS s
ORDER BY month, s.id, one.id, t.id
WITH month, s, one, two, sum(CASE WHEN t.quad = 1 THEN t.count ELSE 0 END) AS verbal_cooperation, sum(CASE WHEN t.quad = 2 THEN t.count ELSE 0 END) AS material_cooperation, sum(CASE WHEN t.quad = 3 THEN t.count ELSE 0 END) AS verbal_conflict, sum(CASE WHEN t.quad = 4 THEN t.count ELSE 0 END) AS material_conflict, sum(t.count) AS typed, max(t.total) AS total, min(t.since) AS first_day, max(t.until) AS last_day, collect(t.record) AS records, collect(t.id) AS ids, date(month + '-01') AS opens
RETURN month AS month,
  one.name AS from_name,
  two.name AS to_name,
  verbal_cooperation AS verbal_cooperation,
  material_cooperation AS material_cooperation,
  verbal_conflict AS verbal_conflict,
  material_conflict AS material_conflict,
  total - typed AS without_type,
  total AS total,
  first_day AS first_day,
  last_day AS last_day,
  CASE WHEN s.covers_days IS NULL AND s.covers_since <= opens AND s.covers_until >= opens + duration('P1M') - duration('P1D') THEN 'at most' ELSE 'in part' END AS month_covered,
  s.id AS source,
  records AS record,
  ids AS tie_id
ORDER BY month, source, from_name, to_name, one.id
