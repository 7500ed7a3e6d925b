// title: Conflicts and disputes of an actor
// question: In which armed conflicts and militarised disputes was {actor} involved, [against {opponent}|and against whom]?
// note: One row per conflict, opponent and source, with who acted. Only data sets of conflicts and disputes count (what texts say of attacks is in who-attacks); level is the source's own (COW MID: 2 threat, 3 display, 4 use of force, 5 war; UCDP: 1 minor, 2 war). UCDP lists only years with at least 25 battle deaths and says nothing about other years. inferred: the pair is derived from the sides of a dispute. arms-in-conflict --conflict takes a value of the column event.
// param actor: actor -- one side of the conflict
// param opponent: actor? -- only against this one
// takes: as_of, source, no_inferred
// returns: since, until, conflict, opponent, acting, level, inferred, in_force, event, source, record, tie_id
// shows: conflict, opponent, acting, level, when
// noun: conflict
// see: who-attacks
// example: --actor iran --opponent iraq
// example: --actor iran --as-of 1982-08-01
// also: in which conflicts was {actor} against {opponent}; wars of {actor}; which wars did {actor} fight against {opponent}
// also: military clashes {actor} against {opponent}; militarised disputes of {actor}
// also: did {actor} and {opponent} ever go to war; armed conflicts of {actor}; has {actor} fought {opponent}
// also: battles between {actor} and {opponent}; when was {actor} at war with {opponent}; disputes involving {actor}
// also: hostilities between {actor} and {opponent}
// also: conflicts of {actor}; conflicts {actor}; who did {actor} fight; {actor}'s wars; when did {actor} and {opponent} come to blows
// also: was there ever a war between {actor} and {opponent}; military incidents between {actor} and {opponent}
// also: war, conflict, armed conflict, dispute, militarised, MID, clash, battle, fight, fought, combat
// also: military confrontation, hostilities, skirmish, at war, opponent
// also: blows, shooting, shots, hostile acts, armed clashes, confrontation, campaign, warfare, wartime
// also: crisis, crises, incident, casualties, battle deaths, feud
// also: standoff, violence, bloodshed, belligerent, UCDP, COW
MATCH (a:Actor {id: $actor})-[t:{{pattern set=force}}]-(b:Actor)
WHERE t.endorsed IS NOT NULL AND t.level IS NOT NULL AND t.regarding IS NOT NULL
  AND b.id = $opponent // if opponent
  {{filters t}}
WITH DISTINCT t, b, startNode(t) AS one, t.regarding[0] AS event_id
MATCH (e:Event {id: event_id})
WITH t, b, one, e
ORDER BY e.id, b.id, t.source, t.since_earliest, t.id
WITH b, e, t.source AS source, t.since AS since, t.until AS until, t.since_earliest AS opens, max(t.level) AS level, max(CASE WHEN t.inferred THEN 1 ELSE 0 END) = 1 AS inferred, collect(DISTINCT one.name) AS acting, collect(t) AS ties
RETURN since AS since,
  until AS until,
  e.name AS conflict,
  b.name AS opponent,
  acting AS acting,
  level AS level,
  inferred AS inferred,
  [t IN ties | {{in_force t}}][0] AS in_force, // if as_of
  e.id AS event,
  source AS source,
  [t IN ties | t.record] AS record,
  [t IN ties | t.id] AS tie_id
ORDER BY opens, event, opponent, b.id, source, until
