"""Who is the subject of a verb that has none of its own."""
