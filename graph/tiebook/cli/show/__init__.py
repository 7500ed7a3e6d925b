"""Showing an answer: its document as text or Markdown, its flat rows as JSON, JSON lines or CSV."""
