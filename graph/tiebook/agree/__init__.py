"""Agreement between two codings of one text."""
