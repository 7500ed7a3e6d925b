// title: The actors
// question: Which actors are there, with how many ties and claims?
// param word: text? -- only actors with this in their name, id or aliases
// returns: actor, kind, aliases, ties, claims, id
// example: (none)
// example: --word council
// budget: 25000 ms
MATCH (a:Actor)
WHERE a.id IS NOT NULL
  AND (toLower(a.name) CONTAINS toLower($word) OR a.id CONTAINS toLower($word) OR any(alias IN a.aliases WHERE toLower(alias) CONTAINS toLower($word))) // if word
OPTIONAL MATCH (a)-[t]-(b)
WHERE t.endorsed IS NOT NULL
WITH a, count(DISTINCT t.id) AS ties
OPTIONAL MATCH (a)<-[:FROM|TO|REGARDING|BY|HELD_BY]-(c:Claim)
WITH a, ties, count(DISTINCT c.id) AS claims
RETURN a.name AS actor,
  a.kind AS kind,
  a.aliases AS aliases,
  ties AS ties,
  claims AS claims,
  a.id AS id
ORDER BY claims DESC, id
