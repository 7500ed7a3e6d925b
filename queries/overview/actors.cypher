// title: Actors
// question: Which actors are there[ ({word})], and how many ties and claims does each have?
// param word: text? -- only actors with this in their name, id or aliases
// takes: source
// returns: actor, kind, aliases, ties, claims, id
// shows: actor, kind, ties, claims, id
// noun: actor
// example: (none)
// example: --word council
// budget: 6000 ms -- counts the ties of every actor
// also: list of all actors; which actors are there; which countries and organisations are in here
// also: actors with {word} in their name; actors called {word}; who is in the graph; who appears in the data
// also: which states are coded; which people are in it; find an actor; how many actors; players; who are the players
// also: who is who; list of persons; who takes part; who is covered; which governments are there; search actors for {word}
// also: who is in this database; names of everyone; names of all actors
// also: actor, all actors, player, who is in, countries, states, organisations, people, persons, in the graph
// also: in the database, in here, cast, appear, name, called, who is who, protagonists, participants, parties, stakeholders
// also: agents, everybody, index, register of names, overview of actors, cast of characters, involved, figures, individuals
// also: groups, roster, inventory, included, members of the cast, takes part
MATCH (a:Actor)
WHERE a.id IS NOT NULL
  AND $source IN a.sources // if source
  AND (toLower(a.name) CONTAINS toLower($word) OR a.id CONTAINS toLower($word) OR any(alias IN a.aliases WHERE toLower(alias) CONTAINS toLower($word))) // if word
WITH a, COUNT {
  MATCH (a)-[t]-()
  WHERE t.endorsed IS NOT NULL
    {{filters t}}
} AS ties
OPTIONAL MATCH (a)<-[:FROM|TO|REGARDING|BY|HELD_BY]-(c:Claim)
WHERE c.source = $source // if source
WITH a, ties, count(DISTINCT c.id) AS claims
RETURN a.name AS actor,
  a.kind AS kind,
  a.aliases AS aliases,
  ties AS ties,
  claims AS claims,
  a.id AS id
ORDER BY claims DESC, id
