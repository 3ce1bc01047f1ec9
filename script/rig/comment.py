"""Comments on pull requests: one, whoever runs and how often, and those of forks through a second run."""

import json
import urllib.request
from pathlib import Path

from rig.harness import OPAQUE, Rig, World, expect


def check_comment(rig: Rig) -> None:
    """A newcomer gets one comment, whoever runs and how often; nothing to say takes it away; no event without a pull request fails."""
    now = "2023-02-24T06:17:00Z"
    rig.post("reset")
    rig.at(now)
    world = World(rig)
    world.vitals("collect", "--repo", OPAQUE, "--now", now)
    rig.post(f"repos/{OPAQUE}/items/385/comments", {"by": "kevinlewi", "body": "<!-- repo-vitals:v1 kind=pull-request repo=264199822 pr=385 -->\nmine"})
    said = [world.vitals("comment", "--repo", OPAQUE, "--pr", "385", "--now", now).stderr for _ in range(2)]
    expect("created" in said[0] and "unchanged" in said[1], f"{said}")
    other = World(rig, "ghp_rigadmin")
    other.vitals("collect", "--repo", OPAQUE, "--now", now)
    done = other.vitals("comment", "--repo", OPAQUE, "--pr", "385", "--now", now).stderr
    expect("unchanged" in done, done)
    written = rig.get(f"repos/{OPAQUE}/items/385")
    texts = [c["body"] for c in written["comment_list"] if "kind=pull-request" in c["body"] and not c["deleted_at"]]
    expect(len(texts) == 2 and texts[0].endswith("mine"), f"not one text of a person and one of ours: {texts}")
    expect(not rig.get("backlinks"), "a comment left a trace on another item")
    mentioned = [n for n in rig.get("notifications?reason=mention")]
    expect(not mentioned, f"{mentioned}")
    quiet = Path(world.folder.name) / "quiet.yml"
    quiet.write_text("comment:\n  when: [large]\n")
    removed = world.vitals("comment", "--repo", OPAQUE, "--pr", "385", "--now", now, "--config", "quiet.yml").stderr
    expect("removed" in removed, removed)
    again = world.vitals("comment", "--repo", OPAQUE, "--pr", "385", "--now", now, "--config", "quiet.yml").stderr
    expect("skipped" in again, again)
    event = Path(world.folder.name) / "event.json"
    actions = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": OPAQUE}
    for document, words in (
        ({"merge_group": {"head_sha": "0" * 40}}, "no pull request"),
        ({"issue": {"number": 8}}, "no pull request"),
        ({"issue": {"number": 385, "pull_request": {}}}, "created"),
        ({"workflow_run": {"event": "pull_request", "head_branch": "x", "head_sha": "0" * 40, "head_repository": {"owner": {"login": "y"}},
                           "pull_requests": []}}, "No open pull request"),
    ):
        event.write_text(json.dumps(document))
        done = world.vitals("comment", "--now", now, **actions)
        expect(words in done.stderr, f"{document}: {done.stderr}")


def check_comment_from_fork(rig: Rig) -> None:
    """A fork's run writes a file, the trusted run posts it on the pull request that has this head, and refuses a changed one."""
    now = "2023-02-24T06:17:00Z"
    rig.post("reset")
    rig.at(now)
    world = World(rig)
    world.vitals("collect", "--repo", OPAQUE, "--now", now)
    number = rig.post(f"repos/{OPAQUE}/pulls", {"by": "mallory", "head": "patch-1", "title": "A change", "body": ""})["number"]
    query = {"query": "query($n: Int!) { repository(owner: \"cfrg\", name: \"draft-irtf-cfrg-opaque\") { pullRequest(number: $n) { headRefOid } } }",
             "variables": {"n": number}}
    request = urllib.request.Request(f"{rig.api}/graphql", data=json.dumps(query).encode(), headers={"Authorization": f"Bearer {world.token}"})
    with urllib.request.urlopen(request) as answer:
        head = json.load(answer)["data"]["repository"]["pullRequest"]["headRefOid"]
    event = Path(world.folder.name) / "event.json"
    actions = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": OPAQUE}
    event.write_text(json.dumps({"pull_request": {"number": number}}))
    world.vitals("comment", "--now", now, "--output", "comment.json", GITHUB_TOKEN="ghs_rigreadonly", **actions)
    event.write_text(json.dumps({"workflow_run": {"event": "pull_request", "head_branch": "patch-1", "head_sha": head,
                                                  "head_repository": {"owner": {"login": "mallory"}}, "pull_requests": []}}))
    file = Path(world.folder.name) / "comment.json"
    good = json.loads(file.read_text())
    expect(good["pull"] == number and good["body"], f"{good}")
    for change in ({"pull": number - 1}, {"repository": 1}, {"body": good["body"].replace("You need not", "@octocat, you need not")},
                   {"body": good["body"] + "\n[click](https://example.org)\n"}, {"body": "hello"},
                   {"body": good["body"].replace("<details>", "<details open>")}):
        file.write_text(json.dumps({**good, **change}))
        world.vitals("comment", "--now", now, "--from", "comment.json", status=1, **actions)
    file.write_text(json.dumps({**good, "head": "0" * 40}))
    expect("newer commit" in world.vitals("comment", "--now", now, "--from", "comment.json", **actions).stderr, "an old file was taken")
    file.write_text(json.dumps(good))
    expect("created" in world.vitals("comment", "--now", now, "--from", "comment.json", **actions).stderr, "the comment was not posted")
    expect("unchanged" in world.vitals("comment", "--now", now, **actions).stderr, "the second run did not find it")
    forged = good["body"].replace("You need not do anything now", "Send a coin now")
    file.write_text(json.dumps({**good, "body": forged}))
    expect("unchanged" in world.vitals("comment", "--now", now, "--from", "comment.json", **actions).stderr, "words of a fork were posted")
    bare = World(rig)
    (Path(bare.folder.name) / "comment.json").write_text(json.dumps(good))
    done = bare.vitals("comment", "--now", now, "--from", "comment.json", **actions)
    expect("unchanged" in done.stderr, f"without a store: {done.stderr}")
    expect("no history" in bare.vitals("comment", "--now", now, **actions).stderr, "without a store something was said")


CHECKS = [check_comment, check_comment_from_fork]
