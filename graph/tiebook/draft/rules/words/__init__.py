"""The words: those of the codebook by the forms that a text has, and the small words by which a clause is read."""
