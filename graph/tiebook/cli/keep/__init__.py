"""The commands that keep a database: backup, restore, upgrade; and shell completion."""
