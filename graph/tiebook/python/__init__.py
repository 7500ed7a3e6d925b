"""The Python interface: `tiebook.open()` returns a graph that can be asked, drawn, measured and added to."""
