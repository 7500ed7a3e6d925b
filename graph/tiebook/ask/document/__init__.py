"""An answer as a document: its parts, and how they are read and composed."""
