// title: Disputes between allies
// question: Which militarised disputes and conflicts did {actor} have with actors that a pact bound to it at the time?
// note: The two were bound by the same pact to the same obligation (defence, unless --obligation names another) during the dispute; together says whether certainly or possibly. level is that of the data set (COW MID: 2 threat, 3 display, 4 use of force, 5 war; UCDP: 1 minor, 2 war). inferred: the pair is derived from the sides of a dispute.
// param actor: actor -- whose disputes
// param obligation: text = defence -- defence, offence, neutrality, non-aggression, consultation or entente
// takes: source, no_inferred
// returns: since, until, dispute, acting, tie, against, level, inferred, pacts, together, pact_source, pact_tie_id, source, record, tie_id
// shows: dispute, acting, against, level, when
// noun: dispute
// example: --actor united-states
// also: disputes of {actor} with its own allies; quarrels of {actor} with its allies
// also: conflicts between {actor} and its allies; militarised disputes inside alliances of {actor}
// also: did allies of {actor} fight it; when allies fall out with {actor}; trouble among the allies of {actor}
// also: did {actor} threaten its allies; fights within the {obligation} pact of {actor}
// also: has {actor} clashed with a treaty partner; infighting of {actor} and its allies
// also: has {actor} quarrelled with its treaty allies; did {actor} fight its own friends; allies that clashed with {actor}
// also: allies, own allies, treaty partner, pact, dispute, quarrel, conflict, fall out, militarised, inside, within, among
// also: clash, fight, infighting, friendly fire, trouble, bound, quarrelled, squabble, argue, rows, rift, discord, friction
// also: strife, tension, fallout, crossed swords, within the alliance, alliance partners, allied states, ally disputes
// also: own side, blue on blue, feud
MATCH (a:Actor {id: $actor})-[p:PARTY_TO]->(i:Instrument)<-[u:PARTY_TO]-(x:Actor)
WHERE p.source = u.source AND p.superseded_by IS NULL AND u.superseded_by IS NULL AND $obligation IN p.obligations AND $obligation IN u.obligations AND x.id <> $actor
  AND {{overlap p u}}
MATCH (a)-[t:{{pattern set=force}}]-(x)
WHERE t.endorsed IS NOT NULL AND t.level IS NOT NULL AND t.regarding IS NOT NULL
  {{filters t}}
  AND {{overlap t u}} AND {{overlap t p}}
WITH DISTINCT x, t, i, p, u, startNode(t) AS one, endNode(t) AS two
ORDER BY t.id, i.id, p.id, u.id
WITH t, one, two, t.regarding[0] AS event_id, collect(DISTINCT i.name) AS pacts, collect(DISTINCT u.source) AS pact_source, collect(CASE WHEN {{overlap p u how=certainly}} AND {{overlap t u how=certainly}} AND {{overlap t p how=certainly}} THEN u.id END) AS certain, collect(p.id) + collect(u.id) AS pact_ids
MATCH (e:Event {id: event_id})
RETURN t.since AS since,
  t.until AS until,
  e.name AS dispute,
  one.name AS acting,
  type(t) AS tie,
  two.name AS against,
  t.level AS level,
  t.inferred AS inferred,
  pacts AS pacts,
  CASE WHEN size(certain) > 0 THEN 'certainly' ELSE 'possibly' END AS together,
  pact_source AS pact_source,
  pact_ids AS pact_tie_id,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY t.since_earliest, tie_id
