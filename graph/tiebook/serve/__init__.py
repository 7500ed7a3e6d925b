"""`tiebook serve`: the questions, the articles and the coding of a case in a browser.

Layout of the room:

    app.py           create_app(Settings, make_engine) -> the ASGI application: routes, guard, failures
    run.py           serve(Settings, ...): the socket, the printed address, uvicorn
    settings.py      Settings: token, names of the host, case and text, limits
    guard.py         in front of all pages: Host, token and cookie, writes, headers of every response
    failures.py      what went wrong, as a page or as JSON
    page.py          render(request, "NAME.html", ...): a template of `pages` as a response; also read_json, as_json
    compiled.py      templates kept compiled between starts
    turns.py         how many heavy requests work at the same time: turn_of(request)
    content/         what the pages show: answers and their forms, claims, texts, names for forms, pictures
    routes/NAME.py   one page: its handlers and a list ROUTES; optionally MENU, its entry in the menu
    pages/NAME.html  its template, which extends base.html
    assets/          site.css, one JavaScript file a feature; served at /assets/NAME

To add a page, add `routes/NAME.py` with ROUTES and `pages/NAME.html`: every module of `routes` is found by itself. A handler is a
plain function, which Starlette runs in a thread:

    def show(request: Request) -> Response:
        settings = settings_of(request)           # .case and .text: what --case and --text named
        engine = engine_of(request)               # the graph as it is on disk now
        return render(request, "actor.html", title=..., actor=...)

    ROUTES = [Route("/actor/{id:path}", show)]
    MENU = [Entry(50, "Code", "/code", lambda settings: settings.case is not None)]

Every TiebookError is shown as a page, or as JSON where the address ends in .json or the request sent JSON. Writes (any method but
GET and HEAD) only reach a handler with the token, from this site itself and as JSON: the guard has looked at that, and
`read_json(request)` gives the body (the handler is then an `async def`; what blocks goes through `run_in_threadpool`).
Only files of `assets` run or style anything: no inline script, no `style=` attribute (Content-Security-Policy: default-src 'self').

Only this room imports Starlette, uvicorn and Jinja2; `lint-imports` sees to it.
"""
