"""Your own data: ties of a data frame, and claims of your own, as a source that is checked and loaded like any other."""
