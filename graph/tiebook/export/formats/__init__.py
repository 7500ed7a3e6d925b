"""One module a format (or two that belong together); each lists what it offers in `FORMATS`."""
