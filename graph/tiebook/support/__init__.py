"""Small helpers that know nothing of the model: files, atomic writes, TOML, resources, suggestions."""
