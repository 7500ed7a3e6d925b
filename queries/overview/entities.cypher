// title: Instruments, events, places, factors and issues
// question: Which instruments, events, places, factors and issues are there[ ({word})] besides actors, and how often is each mentioned?
// param word: text? -- only those with this in their name or id
// takes: source
// returns: entity, kind, aliases, date, claims, id
// shows: entity, kind, date, claims, id
// noun: entity
// example: (none)
// example: --word resolution
// budget: 500 ms -- without an anchor every claim is read
// also: which agreements, events and places are mentioned; all instruments and issues; what is there beside actors
// also: list of places; list of events; list of factors; list of treaties; list of agreements
// also: things with {word} in their name; what else is in the graph; instruments called {word}; which resolutions are there
// also: which issues are there; which treaties and resolutions come up; what places are there; which reasons are there
// also: which documents are there; list of resolutions; search instruments for {word}
// also: which issues are coded; what issues come up
// also: what events are in the data; which events are in the data; which places are in the data; which treaties are in the graph
// also: entity, instrument, event, place, factor, issue, agreements, treaties, resolutions, documents, mentioned, things
// also: other than actors, beside actors, topics, concepts, named, called, laws, laws and treaties, orders, executive orders
// also: initiatives, policies, conferences, meetings, wars, locations, regions, straits, reasons, causes, matters, catalogue
// also: vocabulary, items, objects, non-actors, come up, occur, glossary
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
