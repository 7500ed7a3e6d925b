// title: Allies under sanctions
// question: Which allies of {actor} does {sender} sanction?
// note: An ally is an actor bound by the same pact to the same obligation (defence, unless --obligation names another) while the sanctions last; pacts lists each pact with its source. in_force starts with the sanctions, followed by the pacts. Sanctions that no source says have ended may have ended since.
// param actor: actor -- whose allies
// param sender: actor -- who imposes sanctions
// param obligation: text = defence -- defence, offence, neutrality, non-aggression, consultation or entente
// takes: as_of
// returns: ally, sanctions, since, until, in_force, pacts, obligations, together, pact_source, pact_tie_id, source, record, tie_id
// shows: ally, pacts, obligations, together, when
// noun: ally
// example: --actor russia --sender united-states
// example: --actor united-states --sender united-states --as-of 1980-06-01
// also: which allies of {actor} does {sender} sanction; which of {actor}'s treaty partners have been sanctioned by {sender}
// also: allies of {actor} under sanctions of {sender}; does {sender} punish allies of {actor}
// also: {sender} sanctions against allies of {actor}; which {actor} allies are under {sender} sanctions
// also: are any of {actor}'s allies sanctioned by {sender}
// also: which countries with a {obligation} pact with {actor} are sanctioned by {sender}; sanctioned friends of {actor}
// also: does {sender} punish its own allies; are friends of {actor} sanctioned by {sender}
// also: which states allied with {actor} face {sender} sanctions; does {sender} sanction any friends of {actor}
// also: {sender} sanctions on {actor}'s treaty allies; {sender} ~ {actor} treaty allies
// also: ally, treaty partner, partner, pact, sanction, under sanctions, punish, embargoed, penalised, blacklisted, friends
// also: penalty, face, hit, targeted, own allies, restrictive, alliance partners, treaty allies, confederates, protégés
// also: clients
MATCH (a:Actor {id: $actor})-[:PARTY_TO]->(i:Instrument)<-[:PARTY_TO]-(x:Actor)
WHERE x.id <> $actor
WITH DISTINCT x.id AS bound_id
ORDER BY bound_id
WITH collect(bound_id) AS bound
MATCH (b:Actor {id: $sender})-[t:SANCTIONS]->(y:Actor)
WHERE y.id IN bound AND t.endorsed IS NOT NULL AND t.superseded_by IS NULL AND t.quad IS NULL
  AND {{may_hold t}} // if as_of
WITH t, y.id AS ally_id
ORDER BY ally_id, t.id
WITH ally_id, collect(t) AS imposed
MATCH (a:Actor {id: $actor})-[p:PARTY_TO]->(i:Instrument)<-[u:PARTY_TO]-(x:Actor {id: ally_id})
WHERE p.source = u.source AND p.superseded_by IS NULL AND u.superseded_by IS NULL AND $obligation IN p.obligations AND $obligation IN u.obligations
  AND {{overlap p u}}
  AND {{may_hold p}} // if as_of
  AND {{may_hold u}} // if as_of
UNWIND imposed AS t
WITH x, t, i, p, u
WHERE {{overlap t u}} AND {{overlap t p}}
WITH x, t, i, p, u
ORDER BY x.id, t.id, i.id, p.id, u.id
WITH x, t, collect(DISTINCT i.name) AS pacts, collect(DISTINCT u.obligations) AS pledged, collect(DISTINCT u.source) AS pact_source, collect(CASE WHEN {{overlap p u how=certainly}} AND {{overlap t u how=certainly}} AND {{overlap t p how=certainly}} THEN u.id END) AS certain, collect(u) AS memberships
WITH x, t, pacts, pledged, pact_source, certain, memberships, [t] + memberships AS shown
RETURN x.name AS ally,
  coalesce(t.mechanism, t.gloss) AS sanctions,
  t.since AS since,
  t.until AS until,
  [w IN shown | {{in_force w}}] AS in_force, // if as_of
  pacts AS pacts,
  reduce(all_of = [], each IN pledged | all_of + [o IN each WHERE NOT o IN all_of]) AS obligations,
  CASE WHEN size(certain) > 0 THEN 'certainly' WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' ELSE 'possibly' END AS together,
  pact_source AS pact_source,
  [m IN memberships | m.id] AS pact_tie_id,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY ally, x.id, source, tie_id
