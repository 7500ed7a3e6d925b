"""An answer in the forms that every surface gives: its document as Markdown, its rows as JSON and CSV."""
