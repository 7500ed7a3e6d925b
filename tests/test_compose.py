"""docker-compose.yml exposes loopback only and does not start without a password."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

COMPOSE = ROOT / "docker-compose.yml"


def lines():
    """Return the file's lines without comments (none of its values has a # in it that could be taken for one)."""
    return [line.partition(" #")[0].rstrip() for line in COMPOSE.read_text("utf-8").splitlines()]


def blocks(name):
    """Return the items of the lists under a key, without quotes: one list for each service."""
    found = lines()
    every = []
    for start in (number for number, line in enumerate(found) if line.strip() == f"{name}:"):
        items = []
        for line in found[start + 1 :]:
            if not line.strip().startswith("- "):
                break
            items.append(line.strip()[2:].strip('"'))
        every.append(items)
    return every


def test_every_port_is_on_loopback():
    server, page = blocks("ports")
    assert (len(server), page) == (2, ["127.0.0.1:8765:8765"])
    assert all(re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port) for port in (*server, *page)), (server, page)
    text = "\n".join(lines())
    assert text.count("ports:") == 2
    assert not re.search(r"network_mode|privileged|expose:|docker\.sock|NEO4J_AUTH: *\"?none", text)


def test_the_password_comes_from_the_environment_and_has_no_default():
    text = "\n".join(lines())
    assert '"neo4j/${NEO4J_PASSWORD:?' in text  # :? stops where it is not set, or empty
    assert not re.search(r"NEO4J_PASSWORD:?-", text)
    for secret in re.findall(r"\$\{(\w*(?:PASSWORD|SECRET|TOKEN)\w*)([^}]*)\}", text):
        assert secret[1].startswith(":?"), secret


def test_the_page_is_started_by_name_only_and_with_a_token_of_its_own():
    text = "\n".join(lines())
    page = text[text.index("  tiebook:") : text.index("volumes:", text.index("  tiebook:"))]
    assert "profiles: [page]" in page
    assert re.search(
        r"TIEBOOK_TOKEN:$", page, re.MULTILINE
    )  # from the environment: tiebook serve refuses to start without
    assert "tiebook serve --host 0.0.0.0" in page
    assert "cap_drop: [ALL]" in page


def test_no_password_is_an_argument_of_a_process():
    (healthcheck,) = [line for line in lines() if "cypher-shell" in line]
    assert " -p " not in healthcheck
    assert "--password" not in healthcheck


def test_the_image_is_a_release():
    (image,) = [line.strip() for line in lines() if line.strip().startswith("image:")]
    assert re.fullmatch(r"image: neo4j:\d+\.\d+(\.\d+)?-community", image)


def test_compose_itself_agrees():
    """Where Docker's client has compose; it needs no engine for this."""
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("docker compose is not here")
    environment = {key: value for key, value in os.environ.items() if key != "NEO4J_PASSWORD"}
    command: list[str | Path] = [docker, "compose", "-f", COMPOSE, "config"]
    refused = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert refused.returncode != 0
    assert "set NEO4J_PASSWORD" in refused.stderr
    done = subprocess.run(
        command, env={**environment, "NEO4J_PASSWORD": "geheim"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("host_ip: 127.0.0.1") == 2  # the profile of the page is not asked for
    page = subprocess.run(
        [*command[:4], "--profile", "page", "config"],
        env={**environment, "NEO4J_PASSWORD": "geheim", "TIEBOOK_TOKEN": "a-token-of-16-characters"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert page.stdout.count("host_ip: 127.0.0.1") == 3
