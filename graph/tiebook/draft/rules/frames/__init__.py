"""The frames in which the codebook's words say a tie: verbs, nouns, roles."""
