"""Anomalies put into real series and into clean ones made after them, and how many are found.

A *clean* series is negative-binomial with the level curve (91 days, centred), the weekday pattern
and the dispersion of a real one, so that every alert on it is false. What is put in, three times a
series at seeded days: a day of 5 sigma + 3 and of 10 sigma + 5, three days at a tenth (from 6 a
day), 14 zeros (from 0.7 a day), 28 days at 2.5 times and at 0.4 times (from 1 a day). Found: a
finding within 1, 1, 3, 13, 14 and 14 days. All are dated so that nothing is put into the holidays. Alerts are findings more than 7 days after the last one;
precision counts four true events a year.
"""

import math
import random
from datetime import date

from product import load, mean, quantile

DAYS, WARM = 430, 120
KINDS = {
    "spike5": 1, "spike10": 1, "drop 3 d": 3, "14 zeros": 13, "shift x2.5": 14, "shift x.4": 14,
}
SEED = 20260401
FIRST = date(2023, 2, 1)


def real(data):
    """The last 430 days of every series with events enough."""
    chosen = []
    for name, _, _, values in load(data):
        recent = values[-DAYS:]
        if len(recent) < DAYS or any(math.isnan(v) for v in recent):
            continue
        if sum(v > 0 for v in recent) < 30 or sum(v > 0 for v in recent[-200:]) < 8:
            continue
        chosen.append((name, recent))
    return chosen


def shape(values):
    """The expectation of every day, and the dispersion around it."""
    cap = quantile(values, 0.98)
    x = [min(v, cap) for v in values]
    level = [mean(x[max(0, t - 45) : t + 46]) for t in range(len(x))]
    overall = mean(x)
    index = []
    for weekday in range(7):
        days = x[weekday::7]
        index.append((sum(days) + 10) / (len(days) * overall + 10))
    mu = [max(level[t] * index[t % 7], 0.01) for t in range(len(x))]
    squares = [(v - m) ** 2 / m for v, m in zip(x, mu)]
    top = quantile(squares, 0.98)
    return mu, max(1.05, mean([min(s, top) for s in squares]))


def poisson(rng, rate):
    if rate > 500:
        return max(0.0, float(round(rng.gauss(rate, math.sqrt(rate)))))
    count, product, limit = 0, rng.random(), math.exp(-rate)
    while product > limit:
        count += 1
        product *= rng.random()
    return float(count)


def clean(rng, mu, phi):
    """Negative-binomial counts: Poisson ones around gamma-distributed rates."""
    return [poisson(rng, rng.gammavariate(m / (phi - 1), phi - 1)) for m in mu]


def inject(rng, kind, values, mu, phi, start):
    changed = list(values)
    sigma = max(1, math.sqrt(phi * max(mu[start], 0.05)))
    if kind in ("spike5", "spike10"):
        size = 5 if kind == "spike5" else 10
        changed[start] = float(round(mu[start] + size * sigma + (3 if size == 5 else 5)))
    elif kind == "drop 3 d":
        changed[start : start + 3] = [math.floor(v * 0.1) for v in values[start : start + 3]]
    elif kind == "14 zeros":
        changed[start : start + 14] = [0.0] * 14
    elif kind == "shift x2.5":
        for t in range(start, min(DAYS, start + 28)):
            changed[t] += poisson(rng, 1.5 * mu[t])
    else:
        for t in range(start, min(DAYS, start + 28)):
            changed[t] = thinned(rng, int(values[t]), 0.4)
    return changed


def thinned(rng, count, share):
    if count > 500:
        spread = math.sqrt(count * share * (1 - share))
        return max(0.0, float(round(rng.gauss(count * share, spread))))
    return float(sum(rng.random() < share for _ in range(count)))


def fits(kind, level):
    least = {"drop 3 d": 6, "14 zeros": 0.7, "shift x.4": 1}
    return level >= least.get(kind, 0)


def jobs(data):
    """Base, kind, level, first and last day of what was put in, the series, and its number."""
    for number, (_, values) in enumerate(real(data)):
        mu, phi = shape(values)
        rng = random.Random(SEED + number)
        for base, series in (("real", values), ("clean", clean(rng, mu, phi))):
            yield base, None, mean(mu), 0, 0, series, number
            for kind, tolerance in KINDS.items():
                if not fits(kind, mean(mu)):
                    continue
                for start in (150, 250, 350):
                    start += rng.randrange(30)
                    changed = inject(rng, kind, series, mu, phi, start)
                    if changed != series:
                        end = min(DAYS - 1, start + tolerance)
                        yield base, kind, mean(mu), start, end, changed, number


def episodes(fires):
    count, last = 0, -99
    for index, fire in enumerate(fires):
        if fire:
            count += index - last > 7
            last = index
    return count


def report(data, product):
    cases = list(jobs(data))
    answers = product.ask("anomalies", [(FIRST, case[5]) for case in cases])
    micros = mean([answer["micros"] for answer in answers])
    print(f"\nAnomalies: {len(cases)} series of {DAYS} days, {micros:.1f} µs a day\n")
    head = ["series", *KINDS, "alerts a year", "recall", "precision", "F1"]
    print("| " + " | ".join(head) + " |\n| --- |" + " --: |" * (len(head) - 1))
    for base in ("real", "clean"):
        for name, least in (("", 0), (" above 8 a day", 8)):
            rows = [(c, a) for c, a in zip(cases, answers) if c[0] == base and c[2] >= least]
            print(f"| {base}{name} | " + " | ".join(line(rows)) + " |")
    held_out(list(zip(cases, answers)))


def held_out(rows):
    """The ratio that gives two alerts a year on one half of the series, tried on the other half."""
    numbers = sorted({case[6] for case, _ in rows})
    tried = []
    for split in range(5):
        half = set(random.Random(split).sample(numbers, len(numbers) // 2))
        for known in (half, set(numbers) - half):
            seen = [(c, a) for c, a in rows if c[6] in known and c[0] == "real" and c[1] is None]
            ratio = next(r / 100 for r in range(90, 200, 2) if alerts(seen, r / 100) <= 2)
            for base in ("real", "clean"):
                others = [(c, a) for c, a in rows if c[6] not in known and c[0] == base]
                tried.append((base, ratio, *judged(others, ratio)[1:]))
    print("\nHeld out: fired at the ratio that gives 2 alerts a year on the other half, ten halves\n")
    print("| series | ratio | alerts a year | recall | precision | F1 |")
    print("| --- | --: | --: | --: | --: | --: |")
    for base in ("real", "clean"):
        columns = zip(*(row[1:] for row in tried if row[0] == base))
        print(f"| {base} | " + " | ".join(f"{mean(column):.3f}" for column in columns) + " |")


def fires(answer, ratio):
    """By day; as the product says where no ratio is given, for it has rules for holidays."""
    return answer["fires"] if ratio is None else [r >= ratio for r in answer["ratio"]]


def alerts(quiet, ratio):
    """A year, over series into which nothing was put."""
    days = [fires(answer, ratio)[WARM:] for _, answer in quiet]
    return sum(map(episodes, days)) / (sum(map(len, days)) / 365.25)


def judged(rows, ratio=None):
    """What is found of each kind, alerts a year, recall, precision and F1."""
    yearly = alerts([row for row in rows if row[0][1] is None], ratio)
    found = []
    for kind in KINDS:
        hits = [any(fires(a, ratio)[c[3] : c[4] + 1]) for c, a in rows if c[1] == kind]
        found.append(mean(hits) if hits else math.nan)
    recall = mean(found)
    precision = 4 * recall / (4 * recall + yearly)
    return found, yearly, recall, precision, 2 * precision * recall / (precision + recall)


def line(rows):
    found, *others = judged(rows)
    return [f"{v:.2f}" for v in (*found, *others)]
