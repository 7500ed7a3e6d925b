"""What the pages show: documents of answers, claims, texts, forms, pictures; and the forms in which data are given."""
