// title: Who threatens whom
// question: [Is {threatened} threatened by {threat}|Who or what threatens {threatened}|Whom does {threat} threaten|Who or what threatens whom], and according to whom?
// note: Lists threats that are uttered and dangers that someone sees; for denied dangers, ask what-is-denied.
// param threatened: actor? -- who is threatened or sees the danger
// param threat: entity? -- who or what the threat comes from
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: threat, threatened, in_whose_eyes, tie, regarding, mechanism, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: threat, threatened, in_whose_eyes, gloss, when
// noun: tie
// example: (none)
// example: --threat iran
// budget: 9000 ms -- without an anchor every tie of the type is listed
// also: who threatens {threatened}; what threatens {threatened}; who feels threatened by {threat}
// also: whom does {threat} threaten; who is a threat to {threatened}; threats to {threatened}
// also: what dangers does {threatened} see; who sees {threat} as a danger; who fears {threat}
// also: is {threat} a threat to {threatened}; what is {threatened} worried about; worries of {threatened}
// also: danger from {threat}; threat of {threat}; security concerns of {threatened}; {threatened} threatened by {threat}
// also: who perceives {threat} as a threat; whom does {threatened} fear; who menaces {threatened}
// also: {threatened} is scared of {threat}; who is dangerous to {threatened}; who is endangered by {threat}
// also: {threat} threatens {threatened}; who is worried about {threat}; threat perception of {threatened}
// also: whom does {threat} ~; for whom is {threat} ~; {threat} ~ {threatened}; {threatened} is ~ by {threat}
// also: who ~ {threatened}; how dangerous is {threat}; who feels unsafe because of {threat}; who is at risk from {threat}
// also: what does {threatened} see as its greatest danger; who poses a danger to {threatened}
// also: why is {threatened} afraid of {threat}; {threat}'s ~ to {threatened}; {threat}'s ~ of {threatened}
// also: {threat}'s ~ against {threatened}; {threat}'s ~ for {threatened}; {threat}'s ~ on {threatened}
// also: who is frightened of {threat}; who is ~ of {threat}; who is scared of {threat}
// also: {threatened} fears {threat}; whom does {threatened} fear; what does {threatened} fear about {threat}; {threatened} worries about {threat}
// also: why does {threatened} fear {threat}; who fears {threat}; who worries about {threat}
// also: who is afraid of {threat}
// also: threat, threaten, danger, dangerous, menace, peril, risk, risky, fear, afraid, scared, worry, security concerns
// also: endanger, intimidate, jeopardise, imperil, insecure, feel threatened, alarm, hazard, unsafe, safety, security
// also: existential, poses, at risk, fright, frightened, terrify, scary, dread, intimidation, warn, concern, uneasy, nervous
// also: anxious, enemy, foe, jeopardy, sword, vulnerable
// also: {threat} is seen as a ~ by {threatened}; {threat} is regarded as a ~ by {threatened}
// also: what makes {threatened} nervous; what worries {threatened}
// also: is {threatened} in danger; is {threatened} at risk; {threatened} in danger from {threat}
// also: {threatened} regards {threat} as a threat; {threatened} considers {threat} a threat; {threatened} considers {threat} as a danger; {threatened} perceives {threat} as a threat; {threatened} views {threat} as a threat
MATCH (two:Actor|Instrument|Event|Place|Factor|Issue {id: $threat}) // if threat
MATCH (one:Actor {id: $threatened})-[t:{{pattern set=danger}}]-(two) // if threatened
MATCH (one)-[t:{{pattern set=danger}}]-(two) // if not threatened
WHERE t.endorsed IS NOT NULL
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
WHERE t.endorsed IS NOT NULL
  AND (type(t) = 'THREATENS' AND a.id = $threat OR type(t) <> 'THREATENS' AND b.id = $threat) // if threat
  AND (type(t) = 'THREATENS' AND b.id = $threatened OR type(t) <> 'THREATENS' AND a.id = $threatened) // if threatened
{{regarding_names t keep=a,b}}
RETURN CASE WHEN type(t) = 'THREATENS' THEN a.name ELSE b.name END AS threat,
  CASE WHEN type(t) = 'THREATENS' THEN b.name ELSE a.name END AS threatened,
  CASE WHEN type(t) = 'THREATENS' THEN t.held_by ELSE a.name END AS in_whose_eyes,
  type(t) AS tie,
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
ORDER BY threat, threatened, tie_id
