"""Forecasts from up to three origins a series, 42 days apart, judged on the 28 days after each."""

import csv
import math
import statistics

from product import day, load, mean

HORIZON = 28
BASELINES = ("AutoETS7", "AutoTheta7", "DOT7", "MSTL7+ETS", "SeasonalNaive7")


def tasks(data, context):
    """Context, future and history of each origin; as the stored baselines were measured."""
    fewest = 8 if context >= 180 else 4
    for name, metric, first, values in load(data):
        for origin in range(3):
            end = len(values) - 42 * origin
            begin = end - HORIZON - context
            if begin < 0:
                continue
            known, future = values[begin : end - HORIZON], values[end - HORIZON : end]
            if any(math.isnan(v) for v in known + future) or sum(v > 0 for v in known) < fewest:
                continue
            history = values[max(0, end - HORIZON - 400) : end - HORIZON]
            history = [v for v in history if not math.isnan(v)]
            yield day(first, begin), known, future, history


def score(history, future, forecast, horizon):
    """None where the series did not change from week to week."""
    changes = [a - b for a, b in zip(history[7:], history)]
    scale = mean([abs(c) for c in changes])
    if not scale > 0:
        return None
    errors = [y - f for y, f in zip(future[:horizon], forecast["mean"])]
    inside = [
        [lo <= y <= hi for y, lo, hi in zip(future[:horizon], forecast[low], forecast[high])]
        for low, high in (("lo80", "hi80"), ("lo95", "hi95"))
    ]
    return {
        "mase": mean([abs(e) for e in errors]) / scale,
        "rmsse": math.sqrt(mean([e * e for e in errors]) / mean([c * c for c in changes])),
        "total": abs(sum(errors)) / (scale * horizon),
        "cov80": mean(inside[0]),
        "cov95": mean(inside[1]),
    }


def stopped():
    """What "stopped" foretells: nothing."""
    return {key: [0.0] * HORIZON for key in ("mean", "lo80", "hi80", "lo95", "hi95")}


def last_week(known):
    return dict(stopped(), mean=(known[-7:] * 4)[:HORIZON])


def summary(scores):
    scores = [s for s in scores if s]
    return {key: mean([s[key] for s in scores]) for key in scores[0]}


def stored(data, context):
    path = data / "baselines" / f"forecast_github_context{context}.csv"
    if not path.exists():
        return {}
    with open(path, newline="") as file:
        return {(row["model"], int(row["h"])): row for row in csv.DictReader(file)}


def report(data, product):
    for context in (365, 60):
        cases = list(tasks(data, context))
        naive = [last_week(known) for _, known, _, _ in cases]
        models = {}
        for model in ("weekday-level", "linear"):
            answers = product.ask("forecast", [(f, k) for f, k, _, _ in cases], model)
            micros = statistics.median(a["micros"] for a in answers)
            models[model] = [a if a["mean"] else stopped() for a in answers], micros
        count = sum(1 for a in answers if not a["mean"])
        print(f"\nForecasts from {context} days: {len(cases)} origins, {count} of them stopped\n")
        print("| model | h | relMASE | relRMSSE | relTotal | cov80 | cov95 | a series |")
        print("| --- | --: | --: | --: | --: | --: | --: | --: |")
        for horizon in (7, 28):
            table(cases, models, naive, stored(data, context), horizon)


def table(cases, models, naive, baselines, horizon):
    def scores(forecasts):
        return summary([score(h, y, f, horizon) for (_, _, y, h), f in zip(cases, forecasts)])

    base = scores(naive)
    for model, (forecasts, micros) in models.items():
        own = scores(forecasts)
        rel = [own[key] / base[key] for key in ("mase", "rmsse", "total")]
        print(
            f"| {model} | {horizon} | {rel[0]:.3f} | {rel[1]:.3f} | {rel[2]:.3f} "
            f"| {own['cov80']:.3f} | {own['cov95']:.3f} | {micros / 1000:.2f} ms |"
        )
    for name in BASELINES:
        row = baselines.get((name, horizon))
        if row:
            print(
                f"| {name} (stored) | {horizon} | {float(row['rel_mase']):.3f} "
                f"| {float(row['rel_rmsse']):.3f} | | {float(row['cov80']):.3f} "
                f"| {float(row['cov95']):.3f} | {1000 * float(row['sec_per_series']):.1f} ms |"
            )
