"""What the lines of a file say about its table: quotes, fixed width, lines that are not records."""
