#!/usr/bin/env python3
"""Writes series.json: seeded random daily series with what the reference makes of them."""

import json
from datetime import date
from pathlib import Path

import numpy as np
from scipy import stats

import series_reference as reference


FIRST = date(2022, 1, 8)


def counts(random, days, level, dispersion=1.5, weekend=1.0, slope=0.0):
    """Negative-binomial counts with a weekend and a trend a week."""
    day = np.arange(days)
    mean = level * np.where(day % 7 >= 5, weekend, 1) * np.exp(slope * day / 7)
    p = 1 / dispersion
    return [float(v) for v in random.negative_binomial(np.maximum(mean * p / (1 - p), 1e-3), p)]


def series(random):
    """Name and values: of every size and shape that a repository may have."""
    yield "busy", counts(random, 420, 40, 3, 0.4)
    yield "huge", counts(random, 400, 30_000, 900, 0.5)
    yield "rare", counts(random, 500, 0.1)
    yield "rising", counts(random, 380, 5, 1.5, 0.7, 0.03)
    yield "falling", counts(random, 364, 60, 2, 0.6, -0.03)
    yield "quarter", counts(random, 91, 3)
    yield "month", counts(random, 33, 4)
    yield "three weeks", counts(random, 21, 4)
    yield "young", counts(random, 20, 4)
    yield "week", counts(random, 7, 2)
    yield "days", counts(random, 6, 2)
    yield "one day", [3.0]
    yield "nothing", []
    yield "zeros", [0.0] * 200
    yield "constant", [5.0] * 200
    yield "stopped", counts(random, 200, 6) + [0.0] * 25
    yield "bursts", [v * (12 if t % 61 == 7 else 1) for t, v in enumerate(counts(random, 300, 3))]
    yield "fractions", [v / 4 for v in counts(random, 200, 9)]
    values = counts(random, 300, 8, 2, 0.5)
    for start, length in ((20, 5), (120, 1), (160, 3), (220, 2)):
        values[start : start + length] = [None] * length
    yield "gaps", values
    yield "late", counts(random, 120, 5) + [None, None]
    yield "lost", counts(random, 120, 5) + [None] * 4
    yield "negative", [-v if t % 40 == 3 else v for t, v in enumerate(counts(random, 150, 4))]


def distribution(random):
    """Mean, variance, the four quantiles, and both tails at a count."""
    for _ in range(400):
        mean = float(np.exp(random.uniform(np.log(0.02), np.log(20_000))))
        variance = mean * float(1 + np.exp(random.uniform(np.log(0.001), np.log(300))))
        p = mean / variance
        r = mean * p / (1 - p)
        count = float(round(mean + random.normal() * 4 * variance**0.5))
        count = max(count, 0.0)
        yield [
            mean, variance, *reference.quantiles(mean, variance), count,
            float(min(300, -stats.nbinom.logsf(count - 1, r, p) / np.log(10))),
            float(min(300, -stats.nbinom.logcdf(count, r, p) / np.log(10))),
        ]


def main():
    random = np.random.default_rng(20260401)
    document = {"series": [], "distributions": list(distribution(random))}
    for name, values in series(random):
        document["series"].append(
            {
                "name": name,
                "values": values,
                "trends": [reference.trend(values, days) for days in (91, 182, 364)],
                "forecast": reference.forecast(values),
                "anomalies": reference.anomalies(values, FIRST),
            }
        )
    path = Path(__file__).with_name("series.json")
    path.write_text(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
