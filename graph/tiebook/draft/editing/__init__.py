"""A case while it is coded: what a page shows of it, and every change that a person makes, on disk at once."""
