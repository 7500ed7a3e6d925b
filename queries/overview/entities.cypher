// title: Instruments, events, places, factors and issues
// question: What is there beside actors[ ({word})], and how often is it spoken of?
// param word: text? -- only those with this in their name or id
// takes: source
// returns: entity, kind, aliases, date, claims, id
// shows: entity, kind, date, claims, id
// noun: entity
// example: (none)
// example: --word resolution
// budget: 500 ms -- without an anchor every claim is read
MATCH (e)<-[:FROM|TO|REGARDING|VIA|BECAUSE_OF]-(c:Claim)
WHERE (e:Instrument OR e:Event OR e:Place OR e:Factor OR e:Issue)
  AND c.source = $source // if source
  AND (toLower(e.name) CONTAINS toLower($word) OR e.id CONTAINS toLower($word)) // if word
WITH e, count(DISTINCT c.id) AS claims
RETURN e.name AS entity,
  e.kind AS kind,
  e.aliases AS aliases,
  e.date AS date,
  claims AS claims,
  e.id AS id
ORDER BY kind, id
