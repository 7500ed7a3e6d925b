"""The application: routes, the guard around them, and what a failure looks like."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute

from tiebook.engine import Engine
from tiebook.engine.database import Database
from tiebook.errors import TiebookError
from tiebook.serve import failures, routes
from tiebook.serve.content.kept_questions import KeptQuestions
from tiebook.serve.guard import Guard
from tiebook.serve.page import Entry
from tiebook.serve.settings import Settings
from tiebook.serve.turns import Turns

_OF_A_CASE: Final = (
    "code",
)  # modules of routes that are there with --case only: they read and check cases, half a second


def create_app(settings: Settings, make: Callable[[], Engine]) -> Guard:
    """Return the application.

    make -- makes an engine for the graph that is shown; nothing is opened before the first request
    """
    names = [
        each.name for each in iter_modules(routes.__path__) if settings.case is not None or each.name not in _OF_A_CASE
    ]
    found = [import_module(f"{routes.__name__}.{name}") for name in names]
    table: list[BaseRoute] = [route for module in found for route in module.ROUTES]
    menu: list[Entry] = sorted(entry for module in found for entry in getattr(module, "MENU", ()))
    pages = Starlette(
        routes=table,
        exception_handlers={
            TiebookError: failures.failed,
            HTTPException: failures.not_found,
            Exception: failures.unexpected,
        },
    )
    pages.state.settings = settings
    pages.state.database = Database(make)
    pages.state.library = KeptQuestions()
    pages.state.menu = menu
    pages.state.heavy = Turns(settings.limits.queries, settings.limits.queries_waiting)
    return Guard(pages, settings)
