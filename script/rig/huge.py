"""A huge repository, read under a small quota over several runs."""

import os
import resource
import subprocess
from pathlib import Path

from rig.harness import VITALS, Rig, World, expect, open_subjects, requests

HUGE = "rig-lab/huge"


def huge_run(world: World, rig: Rig, now: str, rest: int = 1000) -> dict:
    """A run under 250 points an hour, and what it cost."""
    rig.post("limits/reset")
    for resource_name, remaining in (("graphql", 250), ("core", rest)):
        rig.post("limits", {"token": world.token, "resource": resource_name, "remaining": remaining, "reset_in": 3600})
    rig.post("stats/reset")
    command = [str(VITALS), "run", "--repo", HUGE, "--now", now]
    variables = {"PATH": os.environ["PATH"], "GITHUB_TOKEN": world.token, "GITHUB_API_URL": rig.api, "GITHUB_GRAPHQL_URL": f"{rig.api}/graphql"}
    done = subprocess.run(command, cwd=world.folder.name, env=variables, capture_output=True, text=True)
    expect(done.returncode in (0, 3), f"exit {done.returncode}: {done.stderr}")
    stats = rig.get("stats")
    expect(not stats["violations"], f"{stats['violation_examples']}")
    expect(stats["graphql_points"] <= 250, f"{stats['graphql_points']} points")
    return {"status": done.returncode, "points": stats["graphql_points"], "requests": requests(stats), "said": done.stderr}


def check_huge(_: Rig) -> None:
    """A huge repository under 250 points an hour: each run ends well and delivers; little memory; few requests for 8 lost forks."""
    rig = Rig("--no-datasets", "--synth", "huge")
    try:
        now = "2026-04-01T06:17:00Z"
        rig.at(now)
        world, runs = World(rig), []
        while not runs or runs[-1]["status"] == 3:
            expect(len(runs) < 40, "it never ends")
            runs.append(huge_run(world, rig, now))
            report = (Path(world.folder.name) / "reports" / "health.md").read_text()
            expect(runs[-1]["status"] == 0 or "The next run reads on from there" in report, "the report does not say what is missing")
            own = open_subjects(rig, HUGE)
            expect(own and len(own) == len(set(own)), f"{own} after run {len(runs)}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  {len(runs)} runs with points {[run['points'] for run in runs]}; peak of the programs so far {peak:.0f} MB")
        expect(peak < 90, f"a run took {peak:.0f} MB")
        rig.post("clock", {"now": "2026-04-02T06:17:00Z"})
        rig.post(f"repos/{HUGE}/forks", {"remove": 8})
        before = world.json("store", "info")["repositories"][0]["rows"]["forks"]
        run = huge_run(world, rig, "2026-04-02T06:17:00Z", rest=20)
        after = world.json("store", "info")["repositories"][0]["rows"]["forks"]
        print(f"  the day after, with 8 forks gone: forks {before} to {after}, GraphQL, REST and writes {run['requests']}")
        expect(run["requests"][0] <= 1 + 3, f"{run['requests']}")
        expect("health issue unchanged" in run["said"], f"20 requests did not reach for the delivery: {run['said']}")
    finally:
        rig.close()
