"""What lines of a text say of the table that they are: quotes, fixed width, lines that are no records."""
