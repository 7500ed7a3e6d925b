// title: Who is quoted
// question: Whose beliefs are told[ ({word})], and how many claims does each hold, want, fear or expect?
// param word: text? -- only holders with this in their name or id
// takes: source, no_inferred
// returns: holder, kind, holds, seeks, fears, expects, id
// shows: holder, holds, seeks, fears, expects
// noun: holder
// example: (none)
// budget: 500 ms -- without an anchor every claim is read
MATCH (h:Actor)<-[r:HELD_BY|BY]-(c:Claim)
WHERE c.quote IS NOT NULL
  AND (toLower(h.name) CONTAINS toLower($word) OR h.id CONTAINS toLower($word)) // if word
  {{claim_filters c}}
WITH h, sum(CASE WHEN type(r) = 'HELD_BY' THEN 1 ELSE 0 END) AS holds, sum(CASE WHEN type(r) = 'BY' AND c.mode = 'sought' THEN 1 ELSE 0 END) AS seeks, sum(CASE WHEN type(r) = 'BY' AND c.mode = 'feared' THEN 1 ELSE 0 END) AS fears, sum(CASE WHEN type(r) = 'BY' AND c.mode = 'expected' THEN 1 ELSE 0 END) AS expects
RETURN h.name AS holder,
  h.kind AS kind,
  holds AS holds,
  seeks AS seeks,
  fears AS fears,
  expects AS expects,
  h.id AS id
ORDER BY holds DESC, seeks DESC, id
