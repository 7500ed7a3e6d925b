// title: Who supports whom
// question: [Does {actor} support {target}|Who supports {target}|Whom or what does {actor} support|Who supports whom], and according to whom?
// note: Lists political or diplomatic backing; for arms, money and deals ask who-arms, who-funds and who-cooperates.
// param target: entity? -- who or what is supported
// param actor: actor? -- who supports
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: supporter, target, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: supporter, target, regarding, gloss, when
// noun: tie
// see: who-funds, who-arms
// example: (none)
// example: --actor china
// budget: 5000 ms -- without an anchor every tie of the type is listed
// also: who supports {target}; who backs {target}; whom does {actor} support; who is in favour of {target}
// also: who is for {target}; {actor} supports {target}; support of {actor} for {target}; supporters of {target}
// also: proponents of {target}; advocates of {target}; who endorses {target}; whom does {actor} back
// also: {target} is backed by {actor}; who defends {target}; who stands by {target}; who stands behind {target}
// also: who sides with {target}; who welcomes {target}; backing for {target}; who approves of {target}
// also: who promotes {target}; which causes does {actor} champion; on whose side is {actor}; who pleads for {target}
// also: political support from {actor}; who helps {target} politically; who ~ {target}; whom does {actor} ~
// also: {actor} ~ {target}; {target} is ~ by {actor}; does anybody stick up for {target}; who sticks up for {target}
// also: who stands up for {target}; who has {target}'s back; who speaks in favour of {target}; who roots for {target}
// also: who recognises {target}; does {actor} recognise {target}; recognition of {target}; whom does {actor} recognise
// also: who gets support from {actor}; support from {actor} for {target}; does {target} have the support of {actor}
// also: recognise, recognises, recognition, diplomatic recognition
// also: who likes {target}; who agrees with {target}; {actor}'s ~ to {target}; {actor}'s ~ of {target}
// also: {actor}'s ~ against {target}; {actor}'s ~ for {target}; {actor}'s ~ on {target}
// also: support, back, favour, in favour, endorse, advocate, advocate for, proponent, champion, defend, stand by
// also: stand behind, side with, sides, welcome, approve, promote, politically, diplomatic backing, pro, for, sympathise
// also: uphold, solidarity, stick up, stand up for, stands up, stands, root for, cheer, cheerleader, applaud, praise
// also: encourages, protect, patron, shield, loyal, loyalty, ally, sympathy, sympathetic, friendly, followers, fans
// also: plead, speak for, speaks, embrace, espouse, in support, recommend, urge, behind, on the side, justify, legitimise
// also: who came to {target}'s defence; who comes to the defence of {target}; who came to the defence of {target}; who came to {target}'s aid politically
// also: who rushed to {target}'s defence
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:SUPPORTS]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN a.name AS supporter,
  b.name AS target,
  regarding AS regarding,
  t.mechanism AS mechanism,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.endorsed AS endorsed,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY supporter, target, tie_id
