"""Who says something that a paragraph does not name at that place: by an office, by a document, or by going on."""
