"""Trend, forecast and anomalies of daily series, from docs/metrics.md, sections 6 to 8, alone.

Written apart from the Swift code, with numpy and scipy, so that neither can repeat the other's
mistakes. Unknown values are None.
"""

import math
from datetime import timedelta

import numpy as np
from scipy import stats

RATES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3)
LEVELS = (0.025, 0.1, 0.9, 0.975)


# Trend


def trend(values, days):
    """The trend of the last `days`; None where one of them is unknown."""
    window = values[-days:]
    if len(window) < days or any(value is None for value in window):
        return None
    weeks = np.array(window, float).reshape(-1, 7).sum(1)
    n = len(weeks)
    slope, _, low, high = stats.theilslopes(weeks, alpha=0.95)
    change = slope * n / max(np.median(weeks), 1)
    p = mann_kendall(weeks, slope)
    clear = p < 0.01 and abs(change) >= 0.3
    word = ("rising" if change > 0 else "falling") if clear else "no clear trend"
    return {"slope": slope, "low95": low, "high95": high, "change": change, "p": p, "word": word}


def mann_kendall(x, slope):
    n = len(x)
    s = sum(np.sign(x[j] - x[i]) for i in range(n) for j in range(i + 1, n))
    ties = sum(c * (c - 1) * (2 * c + 5) for c in np.unique(x, return_counts=True)[1])
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    ranks = stats.rankdata([x[i] - slope * i for i in range(n)])
    ranks = ranks - ranks.mean()
    factor = 1.0
    for lag in range(1, min(n - 3, n // 3) + 1):
        r = (ranks[lag:] * ranks[:-lag]).sum() / max((ranks * ranks).sum(), 1e-9)
        if abs(r) > 1.96 / math.sqrt(n):
            factor += 2 / (n * (n - 1) * (n - 2)) * (n - lag) * (n - lag - 1) * (n - lag - 2) * r
    variance *= max(factor, 1)
    if s == 0 or variance <= 0:
        return 1.0
    z = (s - np.sign(s)) / math.sqrt(variance)
    return float(2 * stats.norm.sf(abs(z)))


# Forecast


def stretch(values):
    """The days that can be forecast from, and how many are missing after them."""
    known = [i for i, value in enumerate(values) if value is not None and value >= 0]
    if not known or len(values) - 1 - known[-1] > 3:
        return [], 0
    begin = 0
    for left, right in zip(known, known[1:]):
        if right - left > 4:
            begin = right
    kept = [i for i in known if i >= begin]
    days = np.arange(kept[0], kept[-1] + 1)
    return list(np.interp(days, kept, [values[i] for i in kept])), len(values) - 1 - kept[-1]


def status(counts):
    counts = counts[-365:]
    if len(counts) < 7:
        return "no forecast"
    runs, run = [], 0
    for count in counts:
        if count == 0:
            run += 1
        else:
            runs.append(run)
            run = 0
    if run > 2 and run > 1.5 * max(runs, default=0):
        return "stopped"
    return "early estimate" if len(counts) < 21 else "ok"


def capped(values, share):
    values = np.asarray(values, float)
    return float(np.minimum(values, np.quantile(values, share)).mean())


class WeekdayLevel:
    def __init__(self, counts):
        y = np.array(counts[-365:], float)
        n = len(y)
        self.index = self.weekdays(y) if n >= 21 else np.ones(7)
        factors = self.index[(np.arange(n) - n) % 7]
        if n >= 21:
            self.rate, levels = self.smooth(y / np.maximum(factors, 0.05))
        else:
            self.rate, levels = 0.08, np.full(n + 1, y.mean())
        self.level = levels[-1]
        start = min(28, n // 3)
        first = max(start, n - 180)
        expected = np.maximum(levels[:-1] * factors, 0.02)[first:]
        self.phi = max(1, capped((y[first:] - expected) ** 2 / expected, 0.985))
        self.phis = [(1, self.phi)]
        for k in (7, 14, 30):
            if n - k - start + 1 < 10:
                continue
            squares = []
            for day in range(start, n - k + 1):
                mean = levels[day] * factors[day : day + k].sum()
                squares.append((y[day : day + k].sum() - mean) ** 2 / max(mean, 0.3))
            self.phis.append((k, max(1, capped(squares, 0.95))))

    @staticmethod
    def weekdays(y):
        weeks = min(len(y) // 7, 52)
        x = y[len(y) - 7 * weeks :]
        cap = np.quantile(x, 0.99) if len(x) >= 90 else x.max()
        x = np.minimum(x, max(cap, 1)).reshape(-1, 7)
        if x.mean() <= 0:
            return np.ones(7)
        raw = (x.sum(0) + 10) / (weeks * x.mean() + 10)
        return raw / raw.mean()

    @staticmethod
    def smooth(d):
        n = len(d)
        start = capped(d[:28], 0.9)
        mean = max(d.mean(), 1e-6)
        squares = np.sort((d - mean) ** 2 / mean)[: max(1, int(0.95 * n))]
        spread = math.sqrt(max(1, squares.mean()))
        best = None
        for rate in RATES:
            level, levels = start, [start]
            for value in d:
                most = 4 * spread * math.sqrt(max(level, 0.02))
                level = max(0, level + rate * min(most, max(-most, value - level)))
                levels.append(level)
            burn = min(28, n // 3)
            days = range(burn, n - 6)
            if len(days) < 10:
                error = np.mean([abs(d[t] - levels[t]) for t in range(burn, n)])
            else:
                misses = np.array([abs(d[t : t + 7].mean() - levels[t]) for t in days])
                error = np.mean(np.minimum(misses, np.quantile(misses, 0.97)) ** 2)
            if best is None or error < best[0] * 0.995:
                best = (error, rate, np.array(levels))
        return best[1], best[2]

    def day(self, ahead):
        mean = self.level * self.index[ahead % 7]
        variance = self.phi * max(mean, 0.02) * (1 + ahead * self.rate**2)
        return [mean] + quantiles(mean, variance)

    def total(self, days, skipped):
        mean = self.level * sum(self.index[(skipped + ahead) % 7] for ahead in range(days))
        phi = np.interp(days, [k for k, _ in self.phis], [phi for _, phi in self.phis])
        return [mean] + quantiles(mean, phi * max(mean, 0.02))


def quantiles(mean, variance):
    mean = max(mean, 0.02)
    variance = max(variance, mean * 1.0001)
    if variance <= mean * 1.01 and mean <= 700:
        return [float(q) for q in stats.poisson.ppf(LEVELS, mean)]
    p = mean / variance
    return [float(q) for q in stats.nbinom.ppf(LEVELS, max(mean * p / (1 - p), 1e-3), p)]


def forecast(values):
    counts, missing = stretch(values)
    result = {"status": status(counts), "days": [], "totals": [], "backtest": None}
    if result["status"] in ("ok", "early estimate"):
        model = WeekdayLevel(counts)
        result["days"] = [model.day(ahead + missing) for ahead in range(30)]
        result["totals"] = [model.total(days, missing) for days in (7, 14, 30)]
        result["backtest"] = backtest(counts)
    return result


def backtest(counts):
    errors, in80, in95 = [], 0, 0
    for origin in (1, 2, 3):
        end = len(counts) - 28 * origin
        if end < 21:
            break
        recent = np.array(counts[:end][-400:], float)
        scale = math.sqrt(np.mean((recent[7:] - recent[:-7]) ** 2))
        if scale == 0:
            continue
        model = WeekdayLevel(counts[:end])
        squares = []
        for ahead in range(28):
            actual = counts[end + ahead]
            mean, low95, low80, high80, high95 = model.day(ahead)
            squares.append((actual - mean) ** 2)
            in80 += low80 <= actual <= high80
            in95 += low95 <= actual <= high95
        errors.append(math.sqrt(np.mean(squares)) / scale)
    if not errors:
        return None
    days = 28 * len(errors)
    return [float(np.mean(errors)), in80 / days, in95 / days, len(errors)]


# Anomalies

THRESHOLDS = {"day": 3.7, "cusum": 9.0, "zero_run": 2.35, "sum_7d": 3.55, "sum_14d": 3.55}


def baseline(kept, values, t, window, recent):
    """Mean, level and dispersion expected of day t from the days before it.

    The dispersion is that of the days as they were, not as they are kept.
    """
    days = [u for u in range(max(0, t - window), t) if kept[u] is not None]
    if len(days) < 21:
        return None
    y = np.array([kept[u] for u in days])
    x = np.minimum(y, max(np.quantile(y, 0.95), np.median(y) + 1))
    if x.mean() <= 0:
        return 0.0, 0.0, 1.0
    weekday = np.array([(u - t) % 7 for u in days])
    index = np.array([
        (x[weekday == w].sum() + 10) / ((weekday == w).sum() * x.mean() + 10) for w in range(7)
    ])
    index = index * 7 / index.sum()
    d = x / index[weekday]
    newest = [value for u, value in zip(days, d) if u >= t - recent]
    level = 0.7 * (np.mean(newest) if newest else d.mean()) + 0.3 * d.mean()
    f = max((level + d.mean()) / 2, 0.05) * index[weekday]
    raw = np.array([values[u] for u in days])
    return level * index[0], level, max(1.0, capped((raw - f) ** 2 / f, 0.975))


def tail(observed, mean, phi):
    """-log10 of the tail on the side on which the count lies."""
    mean, phi = max(mean, 0.02), max(phi, 1.02)
    p = 1 / phi
    r = mean * p / (1 - p)
    log = (
        stats.nbinom.logsf(math.floor(observed) - 1, r, p)
        if observed > mean
        else stats.nbinom.logcdf(math.floor(observed), r, p)
    )
    return min(300.0, max(0.0, -float(log) / math.log(10)))


def anomalies(values, begin, fires=1.1, replace=28):
    """The highest ratio of each day, and what fires: `[ratio, [ratio, test, direction] or None]`.

    `begin` is the first day, `fires` the ratio from which a test fires, `replace` for how many days
    in a row a day on which the first test fires is replaced by its expectation.
    """
    values = [None if value is None or value < 0 else value for value in values]
    first = next((t for t, value in enumerate(values) if value is not None), 0)
    values = values[first:]
    n = len(values)
    kept, expected, means, squares = [], [], [], {7: [None] * n, 14: [None] * n}
    up = down = 0.0
    run, start, longest, streak = 0, None, 0, 0
    result = []
    for t in range(n):
        y = values[t]
        date = begin + timedelta(days=first + t)
        holiday = (date.month, date.day) >= (12, 20) or (date.month, date.day) <= (1, 3)
        base = baseline(kept, values, t, 84, 28)
        sums = baseline(kept, values, t, 112, 56)
        expected.append(base)
        means.append(sums[0] if sums else None)
        found = []
        if y is not None:
            if base and abs(y - base[0]) >= max(3, 0.5 * base[0]):
                direction = "up" if y > base[0] else "down"
                found.append(("day", direction, tail(y, base[0], base[2])))
            ago = expected[t - 7] if t >= 7 else None
            surprise = 0.0
            if ago:
                surprise = 2 * (math.sqrt(y + 0.375) - math.sqrt(ago[0] + 0.375))
                surprise = min(4, max(-4, surprise / math.sqrt(ago[2])))
            up = min(20, max(0, up + surprise - 0.5))
            down = min(20, max(0, down - surprise - 0.5))
            if ago and max(up, down) > 0:
                found.append(("cusum", "up" if up >= down else "down", max(up, down)))
            if y == 0:
                run += 1
                if run == 1:
                    start = base
                    longest = longest_run(values[max(0, t - 180) : t])
                if base and run > max(2, 1.5 * longest):
                    phi = max(1.02, start[2] if start else 1.5)
                    level = start[1] if start else 0
                    found.append(("zero_run", "down", run * level / (phi - 1) * math.log10(phi)))
            else:
                run = 0
        for w, name in ((7, "sum_7d"), (14, "sum_14d")):
            found += window_sum(values, means, squares[w], t, w, name)
        ratios = [(score / THRESHOLDS[name], name, side) for name, side, score in found]
        firing = [
            entry for entry in ratios
            if entry[0] >= (max(2, fires) if holiday and entry[2] == "down" else fires)
        ]
        day = [entry for entry in firing if entry[1] == "day"]
        if y is not None:
            streak = streak + 1 if day else 0
        kept.append(base[0] if day and streak <= replace else y)
        known = y is not None and base is not None
        highest = max((entry[0] for entry in ratios), default=0.0) if base else 0.0
        best = max(firing, key=lambda entry: entry[0]) if known and firing else None
        result.append([highest, best])
    return [[0.0, None]] * first + result


def longest_run(values):
    longest = run = 0
    for value in values:
        if value is not None:
            run = run + 1 if value == 0 else 0
            longest = max(longest, run)
    return longest


def window_sum(values, means, squares, t, w, name):
    if t < w + 35 or values[t] is None:
        return []
    pairs = [
        (values[u], means[u - w])
        for u in range(t - w + 1, t + 1)
        if values[u] is not None and means[u - w] is not None
    ]
    if 2 * len(pairs) <= w:
        return []
    observed, mean = sum(p[0] for p in pairs), max(sum(p[1] for p in pairs), 0.2)
    squares[t] = (observed - mean) ** 2 / mean
    if t < w + 40 or abs(observed - mean) < max(5, 0.4 * mean):
        return []
    past = [s for s in squares[max(0, t - 112 - w) : t - w] if s is not None]
    phi = max(1.0, capped(past, 0.95)) if t >= w + 60 and len(past) > 10 else 3.0
    return [(name, "up" if observed > mean else "down", tail(observed, mean, phi))]
