// title: Action and response
// question: Which acts by {actor} toward {partner} were followed by acts by {partner} toward {actor} within {months} months?
// note: Only dated ties count, and no joint ones such as agreements. A tie with a third actor counts if it concerns the other of the two. One act following another does not prove that it was caused by it.
// param actor: actor -- who acts
// param partner: actor -- who responds
// param months: integer = 12 -- the longest time between act and response, in months
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: day, act, action, response_day, response_act, response, in_this_order, held_by, quote, paragraph, source, tie_id, response_held_by, response_quote, response_paragraph, response_tie_id
// shows: day, action, response_day, response, in_this_order
// undated: actor, partner
// noun: pair
// example: --actor china --partner united-states
// also: acts of {actor} toward {partner}; reactions of {partner} to {actor}; {partner} ~ to {actor}
// also: how does {partner} ~ when {actor} acts; what {actor} did to {partner} and what followed; {actor} ~ {partner}
// also: {partner} hits back at {actor}; does {partner} retaliate against {actor}; tit for tat between {actor} and {partner}
// also: within {months} months; {partner} answers {actor}; if {actor} does something to {partner} does {partner} ~
// also: how does {partner} ~ what {actor} does; how does {partner} ~ to moves of {actor}; {partner} ~ after {actor} acted
// also: react, respond, response, answer, retaliate, retaliation, reply, reciprocate, reciprocity, hit back, strike back
// also: pay back, tit for tat, action, move, followed, counter, countermeasure, provoke, escalation, riposte, backlash
// also: comeback, provocation, sequence, stimulus, feedback, interplay, return fire, echo
// also: what did {partner} do in response to {actor}; what did {partner} do when {actor} acted; reaction of {partner} to {actor}
// also: {partner} in response to {actor}; {partner} reacts to {actor}
MATCH (a:Actor {id: $actor})-[t]->(x)
WHERE t.endorsed IS NOT NULL AND t.since_earliest IS NOT NULL AND (x.id = $partner OR $partner IN t.regarding) AND NOT type(t) IN {{types symmetric=yes}}
  {{filters t}}
MATCH (b:Actor {id: $partner})-[u]->(y)
WHERE u.endorsed IS NOT NULL AND (y.id = $actor OR $actor IN u.regarding) AND NOT type(u) IN {{types symmetric=yes}}
  AND u.since_latest >= t.since_earliest AND u.since_earliest <= t.since_latest + duration('P' + toString($months) + 'M')
  {{filters u}}
RETURN t.since AS day,
  type(t) AS act,
  t.gloss AS action,
  u.since AS response_day,
  type(u) AS response_act,
  u.gloss AS response,
  CASE WHEN u.since_earliest >= t.since_latest AND u.since_latest <= t.since_earliest + duration('P' + toString($months) + 'M') THEN 'certainly' ELSE 'possibly' END AS in_this_order,
  t.held_by AS held_by,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.id AS tie_id,
  u.held_by AS response_held_by,
  u.quote AS response_quote,
  u.paragraph AS response_paragraph,
  u.id AS response_tie_id
ORDER BY t.since_earliest, tie_id, u.since_earliest, response_tie_id
