"""The names in a text: its words, their slips, and what they name."""
