"""How `draft --by rules` reads: words, names, clauses, and the frames in which the codebook's words say a tie."""
