"""Why a server could not be reached: told from the driver's real failures against small servers of our own."""

import socket
import ssl
import subprocess
import threading
from contextlib import closing

import neo4j
import pytest

from tiebook.engine.neo4j.connection_errors import reason


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Return a folder with a self-signed certificate for loopback."""
    folder = tmp_path_factory.mktemp("certificate")
    subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")
    files = ("-keyout", folder / "private.key", "-out", folder / "public.crt")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, *files]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def serve(answer):
    """Answer every connection to a port of loopback with a function; give the port and what closes it."""
    listener = socket.create_server(("127.0.0.1", 0))

    def work():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with closing(connection):
                try:
                    answer(connection)
                except OSError:
                    continue

    threading.Thread(target=work, daemon=True).start()
    return listener.getsockname()[1], listener


def told(uri):
    with (
        neo4j.GraphDatabase.driver(uri, auth=("neo4j", "geheim"), connection_timeout=5) as driver,
        pytest.raises(neo4j.exceptions.DriverError) as raised,
    ):
        driver.verify_connectivity()
    found = " / ".join(reason(raised.value))
    assert "geheim" not in found
    assert "\n" not in found
    return found


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_that_is_not_trusted(certificate, scheme):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "public.crt", certificate / "private.key")
    port, listener = serve(lambda connection: context.wrap_socket(connection, server_side=True))
    with closing(listener):
        found = told(f"{scheme}://127.0.0.1:{port}")
    assert "its certificate is not trusted: self-signed certificate" in found
    assert "bolt+ssc://" in found


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s", "bolt+ssc"])
def test_a_server_without_tls(scheme):
    port, listener = serve(lambda connection: (connection.recv(100), connection.sendall(b"HTTP/1.1 400 Bad\r\n\r\n")))
    with closing(listener):
        assert "does not speak TLS" in told(f"{scheme}://127.0.0.1:{port}")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nobody_there(scheme):
    assert "nothing is listening there" in told(f"{scheme}://127.0.0.1:1")
    assert "this host name is not known" in told(f"{scheme}://no-such-host.invalid:7687")


def test_what_is_not_known_keeps_its_first_line():
    assert reason(neo4j.exceptions.ServiceUnavailable("Odd.\nMore"))[0] == "Odd."
    assert reason(ValueError())[0] == "ValueError"
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    assert reason(one)[0] == "one"
