"""Who is named: those that are known, those whom the text introduces, and groups known by whose they are."""
