"""Compares what was counted with what it may be at most."""

import json
from pathlib import Path

FILE = Path(__file__).parent.parent / "thresholds.json"
# Time is none of them: it says more about the machine than about the program.
COMPARED = ("graphql_requests", "graphql_points", "rest_requests", "rows_stored", "peak_memory")


def load(path=FILE):
    return json.loads(Path(path).read_text())


def exceeded(thresholds, repository, now, run, counts):
    """One sentence for each count above its threshold; None where there is no threshold."""
    entry = thresholds.get(repository)
    if entry is None or entry["now"] != now:
        return None
    limits = entry[run]
    return [
        f"{repository}, {run} run: {name} is {counts[name]:,}, above {limits[name]:,}"
        for name in COMPARED
        if name in limits and counts[name] > limits[name]
    ]
