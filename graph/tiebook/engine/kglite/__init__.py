"""The embedded engine: KGLite in a file."""
