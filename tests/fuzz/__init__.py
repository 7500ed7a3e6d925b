"""The input campaign: every reader against mutated samples. Only our own errors, or success, may come out."""
