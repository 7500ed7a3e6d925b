"""One page a module: its handlers and ROUTES, and MENU where it stands in the menu; found by `app.create_app`."""
