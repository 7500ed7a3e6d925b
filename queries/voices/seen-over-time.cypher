// title: How a relation was seen over time
// question: How was the relation between {actor} and {partner}[ ({tie})] seen over time, and by whom?
// note: Lists every claim about the two, by text from the oldest on, and within a text by the time that the claim is about. seen_as is cooperative, hostile or neither, by the sign of the tie, or denied if it is said not to hold.
// param actor: actor -- one of the two
// param partner: actor -- the other
// param tie: tie? -- only ties of this type
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: text, seen_as, who, gloss, from_name, tie, to_name, mode, negated, regarding, said_on, since, until, inferred, held_by, stance, quote, paragraph, source, claim
// shows: seen_as, who, gloss, when
// group: text
// noun: view
// example: --actor china --partner iran --tie sells-arms-to
// example: --actor china --partner united-states
// also: how was the relation of {actor} and {partner} seen over time; how did views of {actor} and {partner} change
// also: how have sources seen {actor} and {partner} over the years; {actor} and {partner} through the years
// also: how did the picture of {actor} and {partner} change; changing views of {actor} and {partner}
// also: what was said about {actor} and {partner} in which year; perceptions of {actor} and {partner} over time
// also: how was {actor}'s relationship with {partner} perceived over the years; how has the view of {actor} and {partner} changed
// also: who described {actor} {partner} ties how and when; how has the view of {actor} {partner} relations changed over time
// also: over time, over the years, through the years, changing views, evolution, history of views, seen then and now, trend
// also: development of views, by year, by text, perception, portrayal, portrayed, depicted, from text to text
// also: perceived, described, view, views, relationship
MATCH (:Actor {id: $actor})<-[x:FROM|TO]-(c:Claim)-[y:FROM|TO]->(:Actor {id: $partner})
WHERE type(x) <> type(y) AND c.quote IS NOT NULL
  AND c.tie = $tie // if tie
  {{claim_filters c}}
WITH DISTINCT c
MATCH (c)-[:IN]->(s:Source)
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
{{regarding_names c keep=a,b,s}}
RETURN s.date + ': ' + s.name AS text,
  CASE WHEN c.negated OR c.stance = 'disputes' THEN 'denied' WHEN c.sign > 0 THEN 'cooperative' WHEN c.sign < 0 THEN 'hostile' ELSE 'neither' END AS seen_as,
  c.held_by AS who,
  c.gloss AS gloss,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  c.negated AS negated,
  regarding AS regarding,
  c.said_on AS said_on,
  c.since AS since,
  c.until AS until,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.stance AS stance,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY s.covers_until, source, c.since_earliest, paragraph, claim
