// title: Two actors on two days
// question: Which ties did {actor} and {partner} have on {start} and on {finish}, according to each source?
// note: Counts ties by type and source, in both directions (of a trade register the orders, not the TIV tables; for votes ask votes). Ties certainly in force are counted; the perhaps_ columns count those possibly in force, or open in a source that ends before the day. A number appears only if the source covers the day (null: outside its coverage, or undated). ended and began list the ties that do not hold on both days.
// param actor: actor -- one of the two
// param partner: actor -- the other
// param start: date -- the first day
// param finish: date -- the second day
// takes: source, no_inferred
// returns: tie, at_start, perhaps_at_start, at_finish, perhaps_at_finish, undated, change, ended, began, start_covered, finish_covered, source, tie_id
// shows: source, tie, at_start, at_finish, change, undated
// example: --actor china --partner iran --start 2010-01-01 --finish 2020-12-31
// also: compare {actor} and {partner} on two days; what held between {actor} and {partner} then and now
// also: {actor} {partner} relations then and now; relations of {actor} and {partner} on one day against another
// also: what is different between {actor} and {partner}; what was between {actor} and {partner} on two dates
// also: how do relations of {actor} and {partner} on the first day differ from those on the second
// also: what has become of the relations of {actor} with {partner}; then versus now for {actor} and {partner}
// also: contrast {actor} and {partner} at two points in time; what is different between {actor} and {partner} on two days
// also: how did the relations of {actor} and {partner} look on two days; {actor} and {partner}, two snapshots compared
// also: then, now, then and now, compare, comparison, contrast, versus, two days, two dates, two points in time, two moments
// also: differ, different, held, used to be, nowadays, side by side, before and now, former, formerly, past, present
// also: past and present, today, snapshot, two snapshots, look, earlier, later, juxtapose, changed, dates, once, these days
MATCH (a:Actor {id: $actor})-[t]-(b:Actor {id: $partner})
WHERE t.endorsed IS NOT NULL AND type(t) <> 'VOTES_WITH' AND (type(t) <> 'SELLS_ARMS_TO' OR t.item IS NOT NULL OR t.claim IS NOT NULL)
  {{filters t}}
WITH DISTINCT t, t.source AS source_id
MATCH (of:Source {id: source_id})
WITH t, of AS s
WITH s, t, CASE WHEN t.since_earliest > $start OR t.until_latest < $start THEN 'no' ELSE {{in_force t on=start}} END AS before, CASE WHEN t.since_earliest > $finish OR t.until_latest < $finish THEN 'no' ELSE {{in_force t on=finish}} END AS after, (s.covers_since IS NULL OR s.covers_since <= $start) AND s.covers_until >= $start AND (s.covers_days IS NULL OR any(each IN s.parts WHERE each STARTS WITH toString($start))) AS covers_then, (s.covers_since IS NULL OR s.covers_since <= $finish) AND s.covers_until >= $finish AND (s.covers_days IS NULL OR any(each IN s.parts WHERE each STARTS WITH toString($finish))) AS covers_now
ORDER BY type(t), s.id, t.since_earliest, t.id
WITH s, type(t) AS tie, covers_then, covers_now, count(CASE WHEN before = 'certainly' THEN 1 END) AS sure_then, count(CASE WHEN before IN ['possibly', 'unknown'] THEN 1 END) AS perhaps_then, count(CASE WHEN after = 'certainly' THEN 1 END) AS sure_now, count(CASE WHEN after IN ['possibly', 'unknown'] THEN 1 END) AS perhaps_now, count(CASE WHEN after = 'undated' THEN 1 END) AS undated, collect(CASE WHEN before = 'certainly' AND after = 'no' THEN t.gloss END) AS ended, collect(CASE WHEN before = 'no' AND after = 'certainly' THEN t.gloss END) AS began, collect(CASE WHEN before <> 'no' OR after <> 'no' THEN t.id END) AS ids
RETURN tie AS tie,
  CASE WHEN covers_then THEN sure_then END AS at_start,
  CASE WHEN covers_then OR perhaps_then > 0 THEN perhaps_then END AS perhaps_at_start,
  CASE WHEN covers_now THEN sure_now END AS at_finish,
  CASE WHEN covers_now OR perhaps_now > 0 THEN perhaps_now END AS perhaps_at_finish,
  undated AS undated,
  CASE WHEN NOT coalesce(covers_then, false) OR NOT coalesce(covers_now, false) THEN 'cannot be told' WHEN sure_then + perhaps_then + sure_now + perhaps_now = 0 AND undated > 0 THEN 'undated' WHEN sure_then + perhaps_then + sure_now + perhaps_now = 0 THEN 'on neither day' WHEN size(ended) > 0 AND size(began) > 0 THEN 'some ended, some began' WHEN size(ended) > 0 THEN 'ended' WHEN size(began) > 0 THEN 'began' ELSE 'the same, as far as is certain' END AS change,
  ended AS ended,
  began AS began,
  CASE WHEN covers_then THEN 'yes' WHEN covers_then IS NULL THEN 'it states no days' ELSE 'outside its coverage' END AS start_covered,
  CASE WHEN covers_now THEN 'yes' WHEN covers_now IS NULL THEN 'it states no days' ELSE 'outside its coverage' END AS finish_covered,
  s.id AS source,
  ids AS tie_id
ORDER BY tie, source
