// title: How someone or something is seen
// question: [How does {actor} see {target}|How is {target} seen, and by whom|How does {actor} see others|Who is seen how, and by whom]?
// note: Lists views that no other type of tie covers; for blame ask who-criticises, for a perceived danger who-threatens.
// param target: entity? -- who or what is seen
// param actor: actor? -- who holds the view
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: target, viewer, view, valence, regarding, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: target, viewer, view, valence, when
// noun: view
// see: who-criticises, who-threatens, rankings
// example: (none)
// example: --target china
// budget: 5000 ms -- without an anchor every tie of the type is listed
// also: how does {target} look in the eyes of {actor}; what is {target} in the eyes of {actor}
// also: how is {target} seen; how is {target} seen by {actor}; what do others think of {target}; image of {target}
// also: reputation of {target}; how does {actor} see {target}; how does {actor} perceive {target}
// also: what does {actor} make of {target}; what does {actor} think of {target}; opinions about {target}; view of {target}
// also: how is {target} perceived; what is {target} regarded as; what sort of image does {target} have
// also: what is said of {target}'s character; {actor}'s image of {target}; how {actor} views {target}; standing of {target}
// also: what do people think of {target}; attitude of {actor} to {target}; attitude toward {target}
// also: what is {actor}'s attitude to {target}; what does {actor} hold of {target}; opinion of {target}
// also: {actor}'s opinion of {target}; who sees {target} as what; how do people look at {target}
// also: {target} is ~ by {actor}; {actor} ~ {target}; who ~ {target}
// also: what image does {target} have in {actor}; {target}'s image in {actor}; image of {target} in {actor}
// also: seen, see, image, reputation, perceived, perceive, perception, viewed, regarded, considered, think of, make of
// also: picture, prestige, standing, looked upon, look at, impression, portrayed, character, opinion of, assess, judge
// also: attitude, thought of, opinion, rated, esteem, respect, trusted, popular, fame, known as, known for, label, labelled
// also: called, stereotype, cliche, portrait, described, depict, characterise, appraisal, evaluate, evaluation, eyes
// also: opinion about, thinks
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $target}) // if target
MATCH (a:Actor)-[t:VIEWS_AS]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN b.name AS target,
  a.name AS viewer,
  t.gloss AS view,
  CASE WHEN t.sign > 0 THEN 'favourable' WHEN t.sign < 0 THEN 'unfavourable' ELSE 'neither' END AS valence,
  regarding AS regarding,
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
ORDER BY target, viewer, tie_id
