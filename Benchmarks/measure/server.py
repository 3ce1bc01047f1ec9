"""The server that is asked: the simulator of this repository, or whatever the environment names."""

import json
import os
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Server:
    """Where a GitHub is, and what may be done to it."""

    rest_url: str
    graphql_url: str
    token: str
    # Takes `POST {"now": TIME}`; None where the clock cannot be set.
    clock_url: str | None
    # Whether the health issue is written there.
    delivers: bool

    def set_clock(self, now):
        if self.clock_url is None:
            return
        body = json.dumps({"now": now}).encode()
        headers = {"Content-Type": "application/json"}
        urllib.request.urlopen(urllib.request.Request(self.clock_url, body, headers)).close()


def named_by_environment(clock_url, delivers):
    """The server that GITHUB_API_URL, GITHUB_GRAPHQL_URL and GITHUB_TOKEN name; None without."""
    rest = os.environ.get("GITHUB_API_URL", "").rstrip("/")
    if not rest:
        return None
    graphql = os.environ.get("GITHUB_GRAPHQL_URL", f"{rest}/graphql")
    return Server(rest, graphql, os.environ.get("GITHUB_TOKEN", ""), clock_url, delivers)


@contextmanager
def simulator(program, now, folder):
    """Runs the simulator while the `with` block does."""
    ready = Path(folder, "ready")
    child = subprocess.Popen(
        [program, "--port", "0", "--now", now, "--ready-file", ready],
        stdout=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 30
        while not ready.exists():
            if child.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"error: {program} did not start.")
            time.sleep(0.05)
        urls = dict(word.split("=", 1) for word in ready.read_text().split())
        rest = urls["GITHUB_API_URL"].rstrip("/")
        yield Server(
            rest,
            urls["GITHUB_GRAPHQL_URL"],
            token="simulated-token",
            clock_url=f"{rest}/_simulator/clock",
            delivers=True,
        )
    finally:
        child.terminate()
        child.wait()
