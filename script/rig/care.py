"""Checks of what keeps a store safe: the second copy, and what is said when history is lost."""

import base64
import gzip
import json

from rig.harness import Rig, Workflow, expect

HOME = "cfrg/draft-irtf-cfrg-opaque"
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
    expect("from 2024-12-02 to 2024-12-04 are lost" in healed.stderr, healed.stderr)
    expect("**History lost:**" in job.summary(), "the summary does not tell of the loss")

    job.lose_cache()
    lonely = Workflow(rig, HOME)
    lost = lonely.run("2024-12-05T06:17:00Z", "--config", no_copy(lonely))
    expect("Daily counts, downloads and traffic before 2024-12-05 and since 2024-12-01" in lost.stderr, lost.stderr)
    report = (lonely.path / "reports" / "health.md").read_text()
    expect("Daily counts before 2024-12-05" in report, "the report does not tell of the loss")

    rig.post("reset")
    reader = Workflow(rig, HOME, "ghs_rigreadonly")
    refused = reader.run("2024-12-01T06:17:00Z", status=3)
    warnings = [line for line in refused.stderr.splitlines() if "second copy" in line]
    expect(len(warnings) == 1 and "contents: write" in warnings[0], refused.stderr)
    expect("draft-irtf-cfrg-opaque" in reader.summary(), "a token that only reads has no summary")


def no_copy(job: Workflow) -> str:
    settings = job.path / "vitals.yml"
    settings.write_text("storage: {backup: {to: off}}\n")
    return str(settings)


CHECKS = [check_second_copy]
