"""Compares `vitals score --from --to` with the reference, on every day of every repository of a store.

    python3 compare.py VITALS STORE NOW

VITALS is the program, STORE a SQLite file that it collected, NOW an instant as for --now. The settings
are the defaults. Ends with 1 when a number differs by more than 1e-9 of itself, or anything else at all.
"""
import json
import pathlib
import subprocess
import sys

import facts
from reference import DAY, Reference, date_text, midnight


def differences(expected, found):
    """Sentences about what is not the same; numbers may differ by 1e-9 of themselves."""
    for name, value in expected.items():
        other = found[name]
        if isinstance(value, float) and isinstance(other, (int, float)):
            if abs(value - other) > 1e-9 * max(abs(value), abs(other), 1):
                yield f"{name} is {other}, not {value}"
        elif value != other:
            yield f"{name} is {other}, not {value}"


def compare(vitals, store, name, number, now):
    reference = Reference(facts.history(store, number))
    first, last = date_text(reference.created), date_text(midnight(now[:10]) - DAY)
    alerts, days = reference.health(last)
    command = [vitals, "score", "--repo", name, "--store", f"sqlite:///{store}", "--now", now,
               "--from", first, "--to", last, "--json"]
    document = json.loads(subprocess.run(command, capture_output=True, check=True, cwd="/").stdout)
    problems = [f"{expected['date']}: {sentence}"
                for expected, found in zip(days, document["days"], strict=True)
                for sentence in differences(expected, found)]
    if document["alerts"] != alerts:
        problems.append(f"the alerts are {document['alerts']}, not {alerts}")
    firing = sum(day["state"] == "firing" for day in days)
    print(f"{name}: {len(days)} days, {len(alerts)} alerts, {firing} days firing, {len(problems)} differences")
    for problem in problems[:10]:
        print(f"  {problem}")
    return not problems


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    vitals, store = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
    same = [compare(vitals, store, name, number, sys.argv[3])
            for name, number in facts.repositories(store)]
    sys.exit(0 if all(same) else 1)


main()
