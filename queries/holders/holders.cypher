// title: Who is quoted
// question: Whose beliefs and positions are reported[ ({word})], and how many claims is each said to hold, want, fear or expect?
// note: positions counts the claims that say whom or what the holder supports, opposes, criticises, seeks, sees as a danger or views in some way; beliefs --holder lists them.
// param word: text? -- only holders with this in their name or id
// takes: source, no_inferred
// returns: holder, kind, holds, seeks, fears, expects, positions, id
// shows: holder, holds, seeks, fears, positions
// noun: holder
// example: (none)
// budget: 500 ms -- without an anchor every claim is read
// also: who is quoted; whose beliefs are told; whose opinions are reported; whose views are in the text
// also: who speaks in the article; which voices are heard; who is cited and how often; list of holders; who says how much
// also: whose claims are these; sources that are quoted; who gets a voice; who vouches for what; which people are quoted
// also: who has a say; speakers and number of claims; which voices does the piece cite; who is given a say
// also: who are the sources of opinion; whose word is it
// also: how many claims does each person hold; how many claims does each source hold
// also: quoted, cited, voice, holder, opinions, whose, reported, speak, mouthpiece, heard, say, how often, attributed, piece
// also: named sources, interviewed, interviewees, experts, commentators, narrators, witnesses, whose words, perspectives
// also: viewpoints, attributed to, says what, opinion holders
MATCH (h:Actor)<-[r:HELD_BY|BY|FROM]-(c:Claim)
WHERE c.quote IS NOT NULL AND (type(r) <> 'FROM' OR c.mode = 'actual' AND c.tie IN {{types set=position}})
  AND (toLower(h.name) CONTAINS toLower($word) OR h.id CONTAINS toLower($word)) // if word
  {{claim_filters c}}
WITH h, sum(CASE WHEN type(r) = 'HELD_BY' THEN 1 ELSE 0 END) AS holds, sum(CASE WHEN type(r) = 'BY' AND c.mode = 'sought' THEN 1 ELSE 0 END) AS seeks, sum(CASE WHEN type(r) = 'BY' AND c.mode = 'feared' THEN 1 ELSE 0 END) AS fears, sum(CASE WHEN type(r) = 'BY' AND c.mode = 'expected' THEN 1 ELSE 0 END) AS expects, sum(CASE WHEN type(r) = 'FROM' THEN 1 ELSE 0 END) AS positions
RETURN h.name AS holder,
  h.kind AS kind,
  holds AS holds,
  seeks AS seeks,
  fears AS fears,
  expects AS expects,
  positions AS positions,
  h.id AS id
ORDER BY holds DESC, seeks DESC, positions DESC, id
