"""Checks of what keeps a store safe: the second copy, and what is said when history is lost."""

import base64
import contextlib
import gzip
import json
import sqlite3
import urllib.request

from rig.harness import Rig, Workflow, World, expect

HOME = "cfrg/draft-irtf-cfrg-opaque"
# Where somebody was active in 2026, so that its report has details.
ACTIVE = "cfrg/draft-irtf-cfrg-vdaf"
BRANCH = "refs/heads/vitals-data"


def branch_files(rig: Rig, name: str = HOME) -> dict:
    """Files of the data branch, nothing where there is none."""
    return (rig.get(f"repos/{name}/git").get(BRANCH) or {}).get("files") or {}


def check_second_copy(rig: Rig) -> None:
    """Six days of a workflow: first run, restored cache, lost cache, damaged cache, both gone, and a token that only reads."""
    rig.post("reset")
    job = Workflow(rig, HOME)
    first = job.run("2024-12-01T06:17:00Z")
    stats = rig.stats()
    git = {endpoint: count for endpoint, count in stats["requests_by_endpoint"].items() if "/git/" in endpoint}
    expect(sum(git.values()) == 5 and not stats["violations"], f"{git}, {stats['violation_examples']}")
    expect("second copy created" in first.stderr, first.stderr)
    files = branch_files(rig)
    packed = base64.b64decode(files["vitals.sqlite.gz"]["base64"])
    expect(gzip.decompress(packed).startswith(b"SQLite format 3"), "the branch holds no database")
    expect(json.loads(files["manifest.json"])["size"] == len(packed), "the manifest tells another size")

    again = job.run("2024-12-01T06:17:00Z", "--verbose")
    expect("The second copy is up to date." in again.stderr, again.stderr)
    job.run("2024-12-02T06:17:00Z")
    moves = rig.get(f"repos/{HOME}/git")[BRANCH]["moves"]
    expect(len(moves) == 2, f"the branch moved {len(moves)} times in three runs of two days")

    facts = job.vitals("store", "dump").stdout
    job.lose_cache()
    restored = job.run("2024-12-02T07:17:00Z")
    expect("The store was restored from the branch vitals-data" in restored.stderr, restored.stderr)
    expect(job.vitals("store", "dump").stdout == facts, "the restored store holds other facts")

    store = job.path / "vitals.sqlite"
    damaged = bytearray(store.read_bytes())
    damaged[8192:16384] = b"x" * 8192
    store.write_bytes(damaged)
    healed = job.run("2024-12-04T06:17:00Z")
    aside = list(job.path.glob("vitals.sqlite.damaged-*"))
    expect(len(aside) == 1 and aside[0].read_bytes() == bytes(damaged), f"set aside were {aside}")
    expect("from 2 December 2024 to 4 December 2024 are lost" in healed.stderr, healed.stderr)
    expect("**History lost:**" in job.summary(), "the summary does not tell of the loss")

    job.lose_cache()
    lonely = Workflow(rig, HOME)
    lost = lonely.run("2024-12-05T06:17:00Z", "--config", no_copy(lonely))
    expect("traffic from 1 December 2024, when the tool first wrote here, to 5 December 2024 are lost" in lost.stderr, lost.stderr)
    report = (lonely.path / "reports" / "health.md").read_text()
    expect("to 5 December 2024" in report, "the report does not tell of the loss")

    rig.post("reset")
    reader = Workflow(rig, HOME, "ghs_rigreadonly")
    refused = reader.run("2024-12-01T06:17:00Z", status=3)
    warnings = [line for line in refused.stderr.splitlines() if "second copy" in line]
    expect(len(warnings) == 1 and "contents: write" in warnings[0], refused.stderr)
    expect("draft-irtf-cfrg-opaque" in reader.summary(), "a token that only reads has no summary")


def public_text(rig: Rig, job: Workflow, *said: str) -> str:
    """Everything that everybody could read after a run: log, summary, files, the store itself, the branch, and what is on GitHub."""
    texts = list(said)
    for path in sorted(job.path.rglob("*")):
        if path.is_file() and path.name != "vitals.yml":
            texts.append(path.read_bytes().decode("utf-8", "replace"))
    for name, content in branch_files(rig, ACTIVE).items():
        if isinstance(content, dict):
            content = gzip.decompress(base64.b64decode(content["base64"])).decode("utf-8", "replace")
        texts.append(f"{name}\n{content}")
    texts.append(json.dumps(rig.get(f"repos/{ACTIVE}/items?written=1")))
    return "\n".join(texts)


def check_private(rig: Rig) -> None:
    """In a public repository's workflow nothing of a private one reaches anything, and traffic stays out of store and branch."""
    now, private = "2026-04-01T06:17:00Z", "rig-lab/private"
    rig.post("reset")
    rig.at(now)
    secrets = ["rig-lab", private]
    for token in ("ghp_rigadmin", "ghs_rigactions", "ghp_rigreader"):
        rig.post("reset")
        job = Workflow(rig, ACTIVE, token, VITALS_TRAFFIC_TOKEN="github_pat_rigtraffic")
        settings = job.path / "vitals.yml"
        settings.write_text(f"github: {{repositories: [{ACTIVE}, {private}]}}\n")
        done = job.run(now, "--config", str(settings), "--verbose", status=3)
        expect("Repository 2 of the 2 named" in done.stderr, done.stderr)
        text = public_text(rig, job, done.stdout, done.stderr)
        expect(not [secret for secret in secrets if secret in text], f"{token}: a private name is public")
        with contextlib.closing(sqlite3.connect(job.path / "vitals.sqlite")) as store:
            rows = [store.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("traffic_days", "repositories")]
            kept = store.execute("SELECT count(*) FROM cached_responses WHERE key LIKE '%/traffic/%'").fetchone()[0]
        expect(rows == [0, 1] and kept == 0, f"{token}: the store holds {rows} rows of traffic and repositories, {kept} answers")
        report = next(job.path.glob("reports/**/health.md")).read_text()
        expect("daily visitors, summed" in report or token != "ghp_rigadmin", "traffic of the run is not in its own report")
    # A store of a time when the repository was private is cleaned before it is cached again.
    rig.post("reset")
    own = Workflow(rig, ACTIVE, "ghp_rigadmin", GITHUB_ACTIONS="")
    own.run(now, "--repo", ACTIVE, "--repo", private, VITALS_TRAFFIC_TOKEN="github_pat_rigtraffic")
    expect(private in public_text(rig, own), "a person's own store knows the private repository")
    for path in [*own.path.glob("reports/**/*.*"), own.path / "summary.md"]:
        path.unlink(missing_ok=True)
    own.environment["GITHUB_ACTIONS"] = "true"
    cleaned = own.run(now)
    expect(private not in public_text(rig, own, cleaned.stderr), "what was private once is in the store")
    # In a private repository's workflow all is as it was.
    home = Workflow(rig, private, "ghp_rigadmin")
    done = home.run(now, "--repo", private, "--repo", ACTIVE)
    expect("named" not in done.stderr and len(home.vitals("store", "info", "--json").stdout) > 0, done.stderr)


def no_copy(job: Workflow) -> str:
    settings = job.path / "vitals.yml"
    settings.write_text("storage: {backup: {to: off}}\n")
    return str(settings)


def check_doctor(rig: Rig) -> None:
    """Six tokens: none, a bad one, one that only reads, a workflow's own, one with a second for traffic, and one without access."""
    now = "2026-04-01T06:17:00Z"
    rig.post("reset")
    rig.at(now)
    cases = [
        ("", {}, HOME, 4, ["problem  token", "GITHUB_TOKEN is empty"]),
        ("ghp_bad", {}, HOME, 4, ["problem  token", "which GitHub refuses"]),
        ("ghs_rigreadonly", {}, HOME, 0, ["issues: write is missing: no health issue", "pull-requests: write is missing: no comments", "add `contents: write` under `permissions:` of the job"]),
        ("ghs_rigactions", {}, HOME, 0, ["issues: write, contents: write, actions: write", "there is no second token"]),
        ("ghs_rigactions", {"VITALS_TRAFFIC_TOKEN": "github_pat_rigtraffic"}, HOME, 0, ["the second token may read views and clones"]),
        ("ghs_rigforeign", {}, "rig-lab/private", 3, ["this token may not see it (GitHub answered 404)", "access to rig-lab/private"]),
    ]
    for token, environment, repository, status, words in cases:
        person = World(rig, token)
        done = person.vitals("doctor", "--repo", repository, "--now", now, status=status, **environment)
        found = done.stdout.replace("that has rig-lab/private", "access to rig-lab/private")
        expect(all(word in found for word in words), f"{token or 'no token'}: {done.stdout}")
        document = person.json_with(status, "doctor", "--repo", repository, "--now", now, **environment)
        expect(document["schema"] == "repo-vitals/doctor/1", f"{document}")
    expect(not rig.get("written")["items"], "the doctor wrote something")
    job = Workflow(rig, HOME, "ghp_bad")
    job.run(now, status=4)
    expect("which GitHub refuses" in job.summary(), "a failed run is not explained in its summary")
    job.vitals("lint", "summary.md")


def check_uninstall(rig: Rig) -> None:
    """Everything of the program's goes, nothing of anybody else's, and only after a yes."""
    now = "2026-04-01T06:17:00Z"
    rig.post("reset")
    rig.at(now)
    job = Workflow(rig, ACTIVE)
    for key in ("vitals-v1-1", "vitals-v1-2", "vitals-build-v1-x", "npm-1"):
        rig.post(f"repos/{ACTIVE}/caches", {"key": key, "size": 5})
    job.run(now)
    identity = job.json("store", "info")["repositories"][0]["id"]
    number = next(i["number"] for i in rig.get(f"repos/{ACTIVE}/items") if i["state"] == "OPEN")
    marker = f"<!-- repo-vitals:v1 kind=comment repo={identity} -->"
    call(rig, "POST", f"repos/{ACTIVE}/issues/{number}/comments", {"body": f"{marker}\nOne to go."})
    rig.post(f"repos/{ACTIVE}/items/{number}/comments", {"by": "mallory", "body": f"{marker}\nOne to stay."})
    rig.at(now)
    listed = job.vitals("uninstall", "--dry-run", "--log-format", "text").stdout
    expect(job.json("uninstall", "--dry-run")["schema"] == "repo-vitals/uninstall/1", "the plan is no document")
    expect(len(listed.splitlines()) == 9, f"the dry run lists {listed}")
    asked = job.vitals("uninstall", "--log-format", "text", status=2)
    expect("nobody can be asked here" in asked.stderr, asked.stderr)
    expect(not [e for e in rig.stats()["requests_by_endpoint"] if e.startswith("DELETE")], "something was removed without a yes")
    # This stand-in has no way to delete a label.
    done = job.vitals("uninstall", "--yes", "--log-format", "text", status=3)
    left = [line for line in done.stderr.splitlines() if "Could not" in line]
    expect(len(left) == 2 and all("delete the label" in line for line in left), f"{left}")
    issues = [i for i in rig.get(f"repos/{ACTIVE}/items?written=1") if i["title"].startswith("Health of")]
    expect([i["state"] for i in issues] == ["CLOSED"], f"{issues}")
    keys = [c["key"] for c in call(rig, "GET", f"repos/{ACTIVE}/actions/caches")["actions_caches"]]
    expect(keys == ["npm-1"], f"the caches are {keys}")
    expect(not branch_files(rig, ACTIVE), "the branch is still there")
    bodies = [c["body"] for c in call(rig, "GET", f"repos/{ACTIVE}/issues/{number}/comments?per_page=100")]
    expect(not [b for b in bodies if "One to go." in b] and [b for b in bodies if "One to stay." in b], "the wrong comments went")


def check_enterprise(rig: Rig) -> None:
    """On an enterprise server without star history: the daily job is complete, and nothing leads to github.com."""
    rig.post("reset")
    rig.post("faults", {"rules": [{"id": "stars", "match": {"path": "stargazers/history"}, "effect": {"type": "not_found"}}]})
    server = {"GITHUB_API_URL": f"{rig.api}/api/v3", "GITHUB_GRAPHQL_URL": f"{rig.api}/api/graphql", "GITHUB_SERVER_URL": "https://ghe.example"}
    job = Workflow(rig, ACTIVE, **server)
    try:
        first = job.run("2026-04-01T06:17:00Z")
        job.run("2026-04-02T06:17:00Z")
    finally:
        rig.end_faults()
    expect("stargazers" not in first.stderr, first.stderr)
    said = [job.summary(), (job.path / "reports" / "health.md").read_text(), first.stderr]
    number = next(i["number"] for i in rig.get(f"repos/{ACTIVE}/items?written=1") if i["title"].startswith("Health of"))
    said.append(call(rig, "GET", f"repos/{ACTIVE}/issues/{number}")["body"])
    abroad = [line for text in said for line in text.splitlines() if "github.com" in line]
    expect(not abroad, f"something leads to github.com: {abroad}")
    expect("https://ghe.example/" in job.summary(), "the summary does not lead to the server")
    metrics = {m["id"]: m for m in job.json("metrics", "--now", "2026-04-02T06:17:00Z")["metrics"]}
    expect(metrics["stars.total"]["value"] and metrics["stars.gained.30d"]["status"] == "partial", f"{metrics['stars.gained.30d']}")


def call(rig: Rig, method: str, path: str, document: object = None) -> object:
    """A request to GitHub as the workflow's token."""
    body = json.dumps(document).encode() if document else None
    headers = {"Authorization": "Bearer ghs_rigactions", "User-Agent": "check"}
    with urllib.request.urlopen(urllib.request.Request(f"{rig.api}/{path}", data=body, method=method, headers=headers)) as answer:
        return json.load(answer)


CHECKS = [check_second_copy, check_private, check_doctor, check_uninstall, check_enterprise]
