"""Measures what one more day of scores costs.

`vitals score` replays every day since the creation, whatever day it is asked for. The day after
the creation and the newest day therefore load the same history; what differs is the days.
"""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from . import process, store

# The fastest of several: what disturbs a measurement of time only ever adds to it.
REPETITIONS = 5


def per_day(program, repository, now, folder, counter):
    """Days, and what each of them costs, of a repository that is in the store in `folder`."""
    path = Path(folder, "vitals.sqlite")
    newest = datetime.fromisoformat(now).date() - timedelta(days=1)
    created = datetime.fromtimestamp(store.creation(path), timezone.utc).date()
    days = (newest - created).days
    if days < 1:
        return None

    def command(day):
        return [program, "score", "--repo", repository, "--now", now, "--json",
                "--store", f"sqlite:{path}", "--date", day.isoformat()]

    def difference(measure):
        short, long = measure(command(created)), measure(command(newest))
        return None if short is None or long is None else (long - short) / days

    def seconds(words):
        return min(process.run(words, {}, folder).seconds for _ in range(REPETITIONS))

    def allocations(words):
        return counter and process.run(words, {}, folder, preload=counter).allocations

    def instructions(words):
        return process.instructions(words, {}, folder)

    seconds_per_day = difference(seconds)
    return {
        "days": days,
        # A busy machine can make fewer days take longer; that is no measurement.
        "seconds_per_day": seconds_per_day if seconds_per_day > 0 else None,
        "allocations_per_day": difference(allocations),
        "instructions_per_day": difference(instructions),
    }


def start(program, folder):
    """How long `vitals --version` takes, in seconds, and its peak memory."""
    runs = [process.run([program, "--version"], {}, folder) for _ in range(REPETITIONS)]
    return {
        "seconds": min(run.seconds for run in runs),
        "peak_memory": min(run.peak_memory for run in runs),
    }
