"""The product, asked about many series in one process, and the series it is asked about."""

import csv
import json
import math
import subprocess
from datetime import date, timedelta


class Product:
    def __init__(self, program):
        self.program = program

    def ask(self, mode, series, *words):
        """`series` are pairs of the first day and the values; None is unknown."""
        lines = "\n".join(
            ",".join([first.isoformat()] + ["" if v is None else repr(float(v)) for v in values])
            for first, values in series
        )
        answer = subprocess.run(
            [self.program, mode, *words], input=lines, capture_output=True, text=True, check=True
        )
        return [json.loads(line) for line in answer.stdout.splitlines()]


def load(data):
    """Name, metric, first day and values of every series of counts, short gaps filled linearly."""
    folder = data / "github-series"
    with open(folder / "manifest.csv", newline="") as manifest:
        for row in csv.DictReader(manifest):
            if row["metric"] == "stars_total_snapshot":
                continue
            with open(folder / row["file"], newline="") as file:
                lines = list(csv.DictReader(file))
            values = [float(line["value"]) if line["value"] else math.nan for line in lines]
            yield row["file"], row["metric"], date.fromisoformat(lines[0]["date"][:10]), fill(values)


def fill(values, longest=3):
    """Up to `longest` days of every gap are filled on the line between its ends."""
    result, last = list(values), None
    for index, value in enumerate(values):
        if math.isnan(value):
            continue
        if last is not None and index - last > 1:
            step = (value - values[last]) / (index - last)
            for offset in range(1, min(index - last, longest + 1)):
                result[last + offset] = values[last] + step * offset
        last = index
    return result


def day(first, index):
    return first + timedelta(days=index)


def mean(values):
    values = [v for v in values if not math.isnan(v)]
    return sum(values) / len(values) if values else math.nan


def quantile(values, share):
    ordered = sorted(values)
    position = share * (len(ordered) - 1)
    lower = int(position)
    upper = min(lower + 1, len(ordered) - 1)
    return ordered[lower] + (position - lower) * (ordered[upper] - ordered[lower])
