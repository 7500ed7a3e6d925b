"""TLS on a real server that takes nothing else: every scheme, with a certificate that is trusted, unknown, or not asked for."""

import subprocess
from pathlib import Path

import pytest

from tests import servers
from tests.cli.test_server import run
from tests.conftest import MINI
from tests.fixtures_neo4j import unavailable_summary  # noqa: F401 -- the summary counts the skip
from tests.shared import lacking

POLICY = """
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""


@pytest.fixture(scope="module", params=["neo4j-5.26", "neo4j-2026"])
def server(request):
    """Return a server of its own whose Bolt port requires TLS, with a self-signed certificate."""
    try:
        found = servers.start(request.param, scheme="bolt+ssc", prepare=certify)  # how the test itself reaches it
    except servers.ServerUnavailable as reason:
        lacking(f"{request.param} with TLS: {reason}")
    yield found
    found.stop()


def certify(home: Path):
    folder = home / "certificates" / "bolt"
    folder.mkdir(parents=True)
    subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")
    files = ("-keyout", folder / "private.key", "-out", folder / "public.crt")
    command: list[str | Path] = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        *subject,
        *files,
    ]
    subprocess.run(command, check=True, capture_output=True)
    conf = home / "conf" / "neo4j.conf"
    conf.write_text(conf.read_text("utf-8") + POLICY.format(folder=folder), "utf-8")


def tried(server, scheme, *command, **more):
    host = server.uri.partition("://")[2]
    return run({**server.environment, "NEO4J_URI": f"{scheme}://{host}", **more}, *command)


def test_only_encrypted_and_trusted_connections_are_made(server):
    trusted = {"SSL_CERT_FILE": str(server.home / "certificates" / "bolt" / "public.crt")}
    done = tried(server, "bolt+ssc", "load", MINI)
    assert done.returncode == 0, done.stderr
    for scheme, more in (("bolt+ssc", {}), ("neo4j+ssc", {}), ("bolt+s", trusted), ("neo4j+s", trusted)):
        done = tried(server, scheme, "info", **more)
        assert done.returncode == 0, done.stderr
        assert "claims" in done.stdout
    for scheme in ("bolt+s", "neo4j+s", "bolt", "neo4j"):  # not trusted; not encrypted
        done = tried(server, scheme, "info")
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1, done.stderr
        assert f"tiebook: {scheme}://127.0.0.1" in done.stderr
        assert "does not answer" in done.stderr
        assert server.password not in done.stderr
