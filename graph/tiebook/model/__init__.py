"""The model: codebook, dates, entities, claims and ties. Knows no database and no file format."""
