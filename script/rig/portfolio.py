"""The one issue of many repositories: in their home, once a week, and without a trace elsewhere."""

import json

from rig.harness import ESNI, OPAQUE, VDAF, Rig, Workflow, expect, requests

NAMES = [VDAF, OPAQUE, ESNI]
HOME = "rig-lab/tiny"
# From a Wednesday over the Sundays of 5 and 12 April to a Tuesday.
DAYS = [f"2026-04-{day:02}T06:17:00Z" for day in (1, 2, 6, 7, 13, 14)]


def settings(job: Workflow, names: list[str], report: str = "weekly", repository: str = "") -> str:
    path = job.path / "vitals.yml"
    home = f"  issues: {{repository: {repository}}}\n" if repository else ""
    # The second copy asks for the branch, which is counted elsewhere.
    path.write_text(f"github: {{repositories: [{', '.join(names)}]}}\nreport: {{health_issue: {report}}}\n"
                    f"storage: {{backup: {{to: off}}}}\nalerts: {{max_new_per_run: 0}}\n" + (f"delivery:\n{home}" if home else ""))
    return str(path)


def written(rig: Rig, name: str = HOME) -> list[dict]:
    """The issues that the tool wrote in a repository, as they are now, by number."""
    numbers = sorted(i["number"] for i in rig.get(f"repos/{name}/items?written=1"))
    return [rig.get(f"repos/{name}/items/{number}") for number in numbers]


def check_portfolio(rig: Rig) -> None:
    """Three repositories over two weeks from one home: an issue a week, linked both ways, nothing elsewhere, one more read a day."""
    rig.post("reset")
    job = Workflow(rig, HOME)
    config = settings(job, NAMES)
    counts = []
    for now in DAYS:
        job.run(now, "--config", config)
        stats = rig.stats()
        expect(not stats["violations"], f"{now}: {stats['violation_examples']}")
        counts.append(requests(stats))
        if now in (DAYS[0], DAYS[2], DAYS[4]):
            (job.path / "summary.md").unlink()
            job.run(now, "--config", config)
            expect(requests(rig.stats())[1:] == (0, 0), f"{now}: the second run asked more or wrote")
    graphql, rest, writes = zip(*counts)
    # Three repositories, who can see them, and the home; the first run reads its closed issues, too.
    expect(graphql[1:] == (5,) * 5, f"GraphQL reads by day: {graphql}")
    # Two labels and an issue, its final text on Monday, then the next with its labels and the closing.
    expect([i for i, n in enumerate(writes) if n] == [0, 2, 4] and (writes[0], writes[2], writes[4]) == (3, 1, 4), f"writes by day: {writes}")
    first, second = written(rig)
    expect((first["state"], second["state"]) == ("CLOSED", "OPEN"), f"{first['state']}, {second['state']}")
    expect("kind=portfolio" in first["body"] and "week=2026-04-05" in first["body"] and "week=2026-04-12" in second["body"], "other weeks")
    place = f"https://redirect.github.com/{HOME}/issues"
    expect(first["body"].rstrip().endswith(f"[next week]({place}/{second['number']})</sub>"), first["body"][-200:])
    expect(second["body"].rstrip().endswith(f"[last week]({place}/{first['number']})</sub>"), second["body"][-200:])
    expect(all(name in second["body"] for name in NAMES) and "3 of 3 repositories read" in second["body"], second["body"])
    expect(not [name for name in NAMES if written(rig, name)], "another repository has an issue of the tool")
    expect(not rig.get("backlinks") and not rig.get("notifications?reason=mention"), "somebody was mentioned, or something referred to")
    (job.path / "posted.md").write_text(second["body"])
    job.vitals("lint", "posted.md")
    expect(job.summary().startswith("## None of 3 repositories needs someone\n"), job.summary()[:200])
    listed = job.vitals("uninstall", "--dry-run", "--config", config).stdout
    expect(f"close issue #{second['number']}, Weekly health: none of 3" in listed, listed)
    print(f"  GraphQL, REST and writes by day: {counts}")


def check_portfolio_home(rig: Rig) -> None:
    """A home among the repositories costs no read; without a workflow or a setting each keeps its own issue."""
    rig.post("reset")
    job = Workflow(rig, VDAF)
    counts = {}
    for report, now in (("weekly", DAYS[0]), ("weekly", DAYS[1]), ("off", DAYS[2])):
        job.run(now, "--config", settings(job, NAMES, report))
        counts[report] = requests(rig.stats())[0]
    expect(counts["weekly"] == counts["off"], f"{counts}")
    expect([("kind=portfolio" in i["body"]) for i in written(rig, VDAF)] == [True], "home has not one issue, the portfolio")
    rig.post("reset")
    person = Workflow(rig, HOME, GITHUB_ACTIONS="")
    done = person.run(DAYS[0], "--config", settings(person, NAMES), "--json")
    kinds = [d["kind"] for d in json.loads(done.stdout)["delivered"]]
    expect(kinds == ["health-issue"] * 3, f"{kinds}")
    done = person.run(DAYS[0], "--config", settings(person, NAMES, repository=HOME), "--json")
    delivered = json.loads(done.stdout)["delivered"]
    expect([(d["kind"], d["subject"], d["action"]) for d in delivered] == [("portfolio-issue", HOME, "created")], f"{delivered}")


def check_portfolio_private(rig: Rig) -> None:
    """Nothing of a private repository reaches the portfolio of a public home; in a private home it stands."""
    private = "rig-lab/private"
    rig.post("reset")
    person = Workflow(rig, HOME, "ghp_rigadmin", GITHUB_ACTIONS="")
    person.run(DAYS[0], "--config", settings(person, [VDAF, OPAQUE, private], repository=HOME))
    text = json.dumps(written(rig))
    expect(VDAF in text and "private" not in text and "of 2 repositories" in text, text[:2000])
    expect(["kind=weekly" in i["body"] for i in written(rig, private)] == [True], "the private repository has not its own issue")
    public = Workflow(rig, HOME, "ghp_rigadmin")
    done = public.run(DAYS[0], "--config", settings(public, [VDAF, OPAQUE], repository=private), status=3)
    expect("is private, and this workflow's repository is public" in done.stderr and private not in done.stderr, done.stderr)
    home = Workflow(rig, private, "ghp_rigadmin")
    home.run(DAYS[0], "--config", settings(home, [VDAF, OPAQUE], repository=ESNI))
    bodies = [i["body"] for i in written(rig, ESNI)]
    expect(len(bodies) == 1 and "written 1\u00a0April, 06:17 · 2 of 2" in bodies[0] and private not in bodies[0], f"{bodies}")
    home.run(DAYS[0], "--config", settings(home, [VDAF, private]))
    bodies = [i["body"] for i in written(rig, private) if "kind=portfolio" in i["body"]]
    expect(len(bodies) == 1 and f"github.com/{private})" in bodies[0], f"{bodies}")


CHECKS = [check_portfolio, check_portfolio_home, check_portfolio_private]
