"""Sources: what a data set declares, how its files are detected and read, and the report of every record."""
