// title: Who sanctions whom
// question: [Does {sender} sanction {target}|Who sanctions {target}|Whom does {sender} sanction|Who sanctions whom]?
// param target: entity? -- who or what is under sanctions
// param sender: actor? -- who imposes them
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: sender, target, mechanism, via, held_by, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: sender, target, mechanism, via, when
// noun: tie
// example: --target iran
// example: --sender united-states
// budget: 6000 ms -- without an anchor every tie of the type is listed, with its instruments
// also: who sanctions {target}; who imposes sanctions on {target}; whom does {sender} sanction
// also: is {target} being sanctioned by {sender}; {sender} sanctions on {target}; {sender} sanctions against {target}
// also: sanctions against {target}; sanctions of {sender}; list everyone {sender} has blacklisted
// also: who has blacklisted {target}; embargo on {target}; is {target} under sanctions; who punishes {target}
// also: whom does {sender} punish; who is sanctioned by {sender}; which countries sanction {target}
// also: economic penalties against {target}; who embargoes {target}; who is on {sender}'s sanctions list
// also: {target} sanctioned; does {sender} sanction {target}; sanctions imposed by {sender}
// also: penalties of {sender} for {target}; targets of {sender} sanctions; who boycotts {target}; who ~ {target}
// also: whom does {sender} ~; {sender} ~ {target}; {target} is ~ by {sender}; whom does {sender} slap with sanctions
// also: which powers slapped sanctions on {target}; who hits {target} with sanctions; who put {target} under embargo
// also: whom does {sender} ~ with penalties; ~ on {target}; ~ by {sender}; ~ against {target}; {sender}'s ~ on {target}
// also: {sender}'s ~ against {target}; {sender} ~
// also: states under {sender} sanctions; who is under {sender} sanctions; which countries are under sanctions of {sender}
// also: sanction, impose, embargo, blacklist, penalty, penalise, punish, boycott, freeze, asset freeze, punitive
// also: economic warfare, trade ban, ostracise, slap, hit with, hits, punitive measures, measures, blockade, ban, restrict
// also: frozen, cut off, trade restrictions, economic pressure, tariff, black list, pariah, outlaw, designate, target
// also: prohibit, enforce, bear on
// also: which {sender} measures bear on {target}; which measures of {sender} affect {target}; {sender} restrictions on {target}
// also: which sanctions does {target} face from {sender}; which sanctions has {target} faced; {target} faces sanctions of {sender}
// also: sanctions on {target}; embargoes on {target}; what sanctions are on {target}; sanctions hit {target}
// also: {sender} tariffs on {target}; {sender} tariffs on {target} goods; tariffs on goods from {target}; {sender} duties on imports from {target}
// also: duties; countries sanctioning {target}; countries that sanction {target}; states that sanction {target}
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:SANCTIONS]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $sender // if sender
  {{filters t}}
WITH a, b, t, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, b, t, v, i
ORDER BY t.id, v.position, i.id
WITH a, b, t, collect(i.name) AS via
RETURN a.name AS sender,
  b.name AS target,
  t.mechanism AS mechanism,
  via AS via,
  t.held_by AS held_by,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY sender, target, tie_id
