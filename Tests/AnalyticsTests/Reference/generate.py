"""Writes histories.json: seeded random histories with what reference.py makes of them.

Run `python3 generate.py` in this folder after a change of the definitions, and commit both.
"""
import json
import random

from reference import DAY, Reference, date_text, midnight

NAMES = ["alice", "bob", "carol", "octo_acme", "-ACE-", "gil--", "dora", "erik", "fay", "gus"]


def accounts(rng):
    people = [[1000 + k, name, "User"] for k, name in enumerate(NAMES)]
    bots = [[49699333, "dependabot", "Bot"], [2001, "ci-robot", "User"],
            [2002, "team-ci", "User"], [2003, "Mergify", "User"], [None, "ghost", "User"],
            [None, "Bob", "User"]]
    return sorted(people + bots, key=lambda a: (a[0] is not None, a[0] or 0, a[1]))


def emails(rng):
    return ["Mixed.Case@Example.org", "mixed.case@example.org", "1003+octo_acme@users.noreply.github.com",
            "octo_acme@users.noreply.github.com", "9001+zoe@users.noreply.github.com",
            "zoe@users.noreply.github.com", "-ACE-@users.noreply.github.com",
            "198982749+Copilot@users.noreply.github.com", "build-ci@corp.example",
            "49699333+dependabot[bot]@users.noreply.github.com", "stranger@users.noreply.github.com",
            "eve@example.org", "2002+alice@users.noreply.github.com"]


def history(seed, created, days, rate, **options):
    rng = random.Random(seed)
    start, end = created, created // DAY * DAY + days * DAY
    known = accounts(rng)
    pool = [k for k, a in enumerate(known) if a[2] == "User" and a[0] and a[0] < 2000]
    bots = [k for k, a in enumerate(known) if k not in pool]

    def moment():
        # The rate falls towards the end, so that trends and bands move.
        share = rng.random() ** options.get("skew", 1.3)
        return start + int(share * (end - start))

    def author():
        roll = rng.random()
        if roll < 0.06:
            return None
        if roll < 0.18:
            return rng.choice(bots)
        return pool[min(len(pool) - 1, int(rng.expovariate(0.45)))]

    items, comments, reviews = [], [], []
    for number, at in enumerate(sorted(moment() for _ in range(int(days * rate))), 1):
        kind = rng.choice(["issue", "pull"])
        wait = int(rng.lognormvariate(10.5, 2.2))
        done = at + wait if rng.random() < 0.75 else None
        if rng.random() < 0.02:
            done = at - 3600  # imported
        if done is not None and done >= end:
            done = None
        merged = done if kind == "pull" and done and rng.random() < 0.75 else None
        items.append([number, kind, author(), at, done, merged, rng.random() < 0.12])
        said = []
        for _ in range(rng.choice([0, 0, 1, 1, 2, 4])):
            said.append([number - 1, author(), at + int(rng.lognormvariate(10, 2)) - rng.choice([0] * 9 + [90000])])
        comments += sorted(said, key=lambda c: c[2])
        if kind == "pull":
            seen = [[number - 1, author(), at + int(rng.lognormvariate(10, 2))]
                    for _ in range(rng.choice([0, 0, 1, 2]))]
            reviews += sorted(seen, key=lambda c: c[2])
    commits = []
    for _ in range(int(days * rate * 1.5)):
        at = moment()
        linked = rng.random() < 0.7
        commits.append([author() if linked else None, rng.choice(emails(rng)), at])
    commits += [[pool[0], "a@example.org", 0], [None, "eve@example.org", 253402300799],
                [pool[1], "b@example.org", created - 40 * DAY]]
    commits.sort(key=lambda c: c[2])
    day = range(created // DAY, end // DAY)
    stars, forks = {}, []
    for d in day:
        count = int(rng.expovariate(1.2))
        if count:
            stars[d] = count
        if rng.random() < 0.12:
            forks.append(max(created, d * DAY + rng.randrange(DAY)))
    snapshots, downloads, total = [], [], 0
    for d in day:
        if rng.random() < options.get("readings", 0.9):
            n = sum(c for s, c in stars.items() if s <= d)
            snapshots.append([date_text(d * DAY), n, sum(f < (d + 1) * DAY for f in forks), 3])
            gain = rng.randrange(9)
            total += gain
            downloads.append([date_text(d * DAY), total, rng.choice([gain, gain, None])])
    streams = dict.fromkeys(["snapshot", "stars", "forks", "commits", "issues", "pulls", "releases"], "complete")
    streams.update(options.get("streams", {}))
    return dict(createdAt=created, hasIssues=options.get("issues", True), isArchived=options.get("archived", False),
                rules=dict(bots=options.get("bots", []), ignored=options.get("ignored", [])),
                accounts=known, items=items, comments=comments, reviews=reviews, commits=commits,
                forks=sorted(forks), releases=sorted(moment() for _ in range(days // 40)) if rate > 0.1 else [],
                stars=[[date_text(d * DAY), c] for d, c in sorted(stars.items())],
                snapshots=snapshots[-130:], downloads=downloads[-130:], streams=streams)


def cases():
    created = midnight("2024-03-10") + 51_000
    yield history(1, created, 560, 0.8, bots=["*-CI", "build-*@corp.example"], ignored=["Carol", "EVE@example.org"]), [3, 40, 75, 130, 300, 420, 559]
    yield history(2, created, 330, 0.9, skew=0.8, readings=0.7, ignored=["octo_acme"], streams=dict(
        stars="nothing", commits=created + 150 * DAY + 7_000, issues=created + 171 * DAY + 4_000,
        pulls=created + 120 * DAY, forks=created + 200 * DAY, releases=created + 60 * DAY)), [100, 172, 200, 225, 262, 290, 310, 329]
    yield history(3, created, 420, 0.12, skew=2.4, issues=False, streams=dict(forks="nothing", stars=created + 390 * DAY)), [20, 95, 200, 330, 419]


def main():
    documents = []
    for facts, ages in cases():
        reference = Reference(facts)
        first = facts["createdAt"] // DAY
        days = [date_text((first + age) * DAY) for age in ages]
        names = ["commits", "contributors", "issues.opened", "issues.closed", "pulls.opened",
                 "pulls.merged", "reviews", "stars", "forks", "downloads"]
        span = [date_text((first + a) * DAY) for a in (ages[-1] // 2 - 40, ages[-1] // 2 + 40)]
        early = [date_text((first + a) * DAY) for a in (-3, 3)]
        documents.append(dict(
            history=facts,
            dates=[dict(date=day, metrics=reference.metrics(day), score=score)
                   for day, score in zip(days, reference.scores(days))],
            series=[dict(metric=name, start=s, end=e, values=reference.series(name, s, e))
                    for name in names for s, e in (span, early)]))
    with open("histories.json", "w") as file:
        file.write(json.dumps(documents, separators=(",", ":")) + "\n")


main()
