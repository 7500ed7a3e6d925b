"""Free words: finds the stored question that a sentence asks, and its parameters, offline."""
