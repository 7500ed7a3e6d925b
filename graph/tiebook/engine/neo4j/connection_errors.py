"""Why a server could not be reached, in a user's words: the driver's own first line often leaves the cause out."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from typing import Final

_MOST: Final = 20  # exceptions that are followed: a chain may not end


def reason(error: BaseException) -> tuple[str, str]:
    """Return why, and what to try."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return (
                f"its certificate is not trusted: {cause.verify_message}",
                "SSL_CERT_FILE names a certificate of your own; a +ssc address (bolt+ssc://) trusts any",
            )
        if isinstance(cause, ssl.SSLError):
            return "it does not speak TLS as asked", "bolt:// and neo4j:// go without TLS"
        if isinstance(cause, ConnectionResetError):
            return "it closed the connection", "a server that requires TLS has an address with +s (bolt+s://)"
        if isinstance(cause, ConnectionRefusedError):
            return "nothing is listening there", "check NEO4J_URI, and that the server runs"
        if isinstance(cause, socket.gaierror):
            return "this host name is not known", "check NEO4J_URI"
    return _first_line(error), "check NEO4J_URI, and that the server runs"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Return an exception, what caused it, and all that a group of them holds."""
    waiting = [error]
    for _ in range(_MOST):
        if not waiting:
            return
        found = waiting.pop()
        yield found
        waiting += [each for each in (found.__context__, found.__cause__) if each is not None]
        waiting += getattr(found, "exceptions", ())


def _first_line(error: BaseException) -> str:
    lines = str(getattr(error, "message", None) or error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
