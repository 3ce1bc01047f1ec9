"""Measures the first and the daily run of a repository, and the peer beside them."""

import json
import sys
from pathlib import Path

from . import process, store

PEER = Path(__file__).parent.parent / "peer" / "plain_rest_collector.py"


class Failed(Exception):
    """A run that cannot be measured; the text says why."""


def environment(server_urls, token):
    """All that a measured program gets to know of its surroundings."""
    rest, graphql = server_urls
    return {"GITHUB_API_URL": rest, "GITHUB_GRAPHQL_URL": graphql, "GITHUB_TOKEN": token}


def vitals_run(program, repository, now, server, meter, folder):
    """One `vitals run` on the store in `folder`, which it makes when there is none."""
    path = Path(folder, "vitals.sqlite")
    before = store.rows(path)
    command = [program, "run", "--repo", repository, "--now", now, "--quiet",
               "--store", f"sqlite:{path}", "--output", folder]
    if not server.delivers:
        command.append("--dry-run")
    surroundings = environment((meter.rest_url, meter.graphql_url), server.token)
    meter.take()
    finished = process.run(command, surroundings, folder)
    traffic = meter.take()
    record = store.newest_run(path) if path.exists() else None
    if finished.status != 0 or record is None or record["outcome"] != "complete":
        raise Failed(f"`vitals run` ended with {finished.status}: {finished.messages.strip()}")
    return vars(traffic) | {
        "graphql_points": record["requests"]["points"],
        "rows_stored": store.rows(path) - before,
        "peak_memory": finished.peak_memory,
        "seconds": finished.seconds,
    }


def peer_run(repository, server, meter, folder, most_requests):
    """One run of the plain collector, which reads everything every time."""
    command = [sys.executable, PEER, repository, "--most-requests", str(most_requests)]
    surroundings = environment((meter.rest_url, meter.graphql_url), server.token)
    meter.take()
    finished = process.run(command, surroundings, folder)
    traffic = meter.take()
    if finished.status != 0:
        raise Failed(f"the peer ended with {finished.status}: {finished.messages.strip()}")
    record = json.loads(finished.output)
    if not record["complete"]:
        raise Failed(f"the peer stopped after {record['requests']} requests: {record['problem']}")
    return vars(traffic) | {
        "graphql_points": 0,
        "rows_read": sum(record["rows"].values()),
        "peak_memory": finished.peak_memory,
        "seconds": finished.seconds,
    }
