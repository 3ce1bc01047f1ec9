"""Runs workflows of GitHub Actions on this machine with act, and reads what it says."""

import functools
import hashlib
import http.server
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import tarfile
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# What the program of the tests is called in the folder of a release.
WRAPPER = """#!/bin/sh
# The program at the time of the test; the process that started it is written down.
case "$1" in --version) exec "$0.bin" "$@" ;; esac
echo "$PPID" >"$VITALS_TEST_PARENT"
exec "$0.bin" "$@" --now "$VITALS_TEST_NOW"
"""


def find_act() -> str | None:
    """The program, from the tools of script/bootstrap or from the path."""
    return shutil.which("act", path=f"{ROOT}/.build/tools/bin:{os.environ['PATH']}")


class Job:
    """What a workflow's run said: steps with their results, outputs, summary, annotations, log."""

    def __init__(self, lines: list[str], status: int):
        self.events = [json.loads(line) for line in lines if line.startswith("{")]
        self.status = status
        # What act says of itself, such as a workflow that it cannot read.
        self.trouble = "\n".join(line for line in lines if "rror" in line)[-2000:]
        self.log = "".join(e["msg"] for e in self.events if e.get("raw_output") or e.get("command") in ("warning", "error", "notice"))
        self.summary = "".join(e["content"] for e in self.events if e.get("command") == "summary")
        # Also of steps within steps; the last one of a name counts.
        self.outputs = {e["name"]: e["arg"] for e in self.events if e.get("command") == "set-output"}
        self.warnings = [e["arg"] for e in self.events if e.get("command") == "warning"]
        self.errors = [e["arg"] for e in self.events if e.get("command") == "error"]

    def result(self, step: str) -> str | None:
        """How the step of that name ended; None when it was not run."""
        for event in self.events:
            if "stepResult" in event and re.search(rf"Main {re.escape(step)}( \[|$)", event["msg"]):
                return event["stepResult"]
        return None


class Release(threading.Thread):
    """The releases of the action, served from a folder: the built program, packed as script/release does."""

    def __init__(self, folder: Path, program: Path, version: str):
        super().__init__(daemon=True)
        name = f"vitals-{version}-linux-{platform.machine()}"
        stage = folder / "stage" / name
        stage.mkdir(parents=True)
        (stage / "vitals").write_text(WRAPPER)
        (stage / "vitals").chmod(0o755)
        shutil.copy2(program, stage / "vitals.bin")
        self.file = folder / "served" / "OWNER/repo-vitals/releases/download" / f"v{version}" / f"{name}.tar.gz"
        self.file.parent.mkdir(parents=True)
        with tarfile.open(self.file, "w:gz", compresslevel=1) as tar:
            tar.add(stage, arcname=name)
        self.checksum = f"{hashlib.sha256(self.file.read_bytes()).hexdigest()}  {self.file.name}\n"
        handler = functools.partial(Quiet, directory=str(folder / "served"))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.start()

    def run(self) -> None:
        self.server.serve_forever()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        # Whatever the repository is called, as one that runs its own action with `./`.
        return super().translate_path(re.sub(r"^/[^/]+/[^/]+/", "/OWNER/repo-vitals/", path))

    def log_message(self, *_: object) -> None:
        pass


class Machine:
    """A runner: repositories, a cache, artifacts, and act."""

    def __init__(self, rig, program: Path, version: str):
        self.rig, self.program = rig, program
        self.scratch = tempfile.TemporaryDirectory(prefix="vitals-workflows-")
        self.folder = Path(self.scratch.name)
        self.release = Release(self.folder, program, version)
        self.cache, self.artifacts = self.folder / "cache", self.folder / "artifacts"
        self.cache.mkdir()
        self.artifacts.mkdir()
        self.calls, self.parent = self.folder / "calls.txt", self.folder / "parent.txt"
        self.calls.write_text("")
        self.action = self.folder / "action"
        # What the action and the workflows need; a checkout is copied for every job.
        copy_tree(self.action, without=("Benchmarks/", "Tests/", "docs/"))
        with open(self.action / "action/checksums.txt", "a") as file:
            file.write(self.release.checksum)
        self.number = 0

    def repository(self, name: str, files: dict[str, str], base: Path | None = None) -> Path:
        """A checkout of the repository `name` with `files`, on top of a copy of `base`."""
        folder = self.folder / f"checkout-{len(list(self.folder.glob('checkout-*')))}"
        shutil.copytree(base, folder) if base else folder.mkdir()
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        for workflow in (folder / ".github/workflows").glob("*.yml"):
            # The key is younger than this act, which refuses it.
            workflow.write_text(re.sub(r"^ +cache-mode: \w+\n", "", workflow.read_text(), flags=re.M))
        for command in (["init", "--quiet", "--initial-branch", "main"], ["remote", "add", "origin", f"https://github.com/{name}"],
                        ["add", "--all"], ["-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "Begin"]):
            subprocess.run(["git", *command], cwd=folder, check=True)
        return folder

    def start(self, repository: Path, workflow: str, event: str = "schedule", *, now: str, token: str = "ghs_rigactions",
              payload: dict | None = None, **variables: str) -> subprocess.Popen:
        self.number += 1
        event_file = self.folder / "event.json"
        event_file.write_text(json.dumps({"ref": "refs/heads/main", "repository": {"default_branch": "main"}, **(payload or {})}))
        variables = variables | {
            "GITHUB_API_URL": self.rig.api, "GITHUB_GRAPHQL_URL": f"{self.rig.api}/graphql", "GITHUB_SERVER_URL": self.release.url,
            "GITHUB_RUN_ID": str(self.number), "GITHUB_RUN_ATTEMPT": "1", "VITALS_TEST_NOW": now, "VITALS_TEST_CACHE": str(self.cache),
            "VITALS_TEST_ARTIFACTS": str(self.artifacts), "VITALS_TEST_CALLS": str(self.calls), "VITALS_TEST_PARENT": str(self.parent),
            "VITALS_TEST_PROGRAM": str(self.program), "VITALS_TEST_DISTRIBUTABLES": str(self.folder / "distributables"),
        }
        command = [find_act(), event, "--workflows", workflow, "--eventpath", str(event_file), "--json", "--no-cache-server",
                   "--action-offline-mode", "--action-cache-path", str(self.folder / "act"), "--concurrent-jobs", "1",
                   "--platform", "ubuntu-24.04=-self-hosted", "--platform", "ubuntu-24.04-arm=-self-hosted",
                   "--secret", f"GITHUB_TOKEN={token}", "--local-repository", f"OWNER/repo-vitals@v1={self.action}"]
        for name, value in variables.items():
            command += ["--env", f"{name}={value}"]
        for reference, folder in stand_ins(ROOT):
            command += ["--local-repository", f"{reference}={folder}"]
        environment = dict(os.environ, PATH=f"{HERE}/bin:{os.environ['PATH']}")
        return subprocess.Popen(command, cwd=repository, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def run(self, *arguments, **options) -> Job:
        """Runs a workflow to its end."""
        return finish(self.start(*arguments, **options))

    def cancel(self, act: subprocess.Popen, is_time) -> Job:
        """Sends the step what a runner sends when a job is cancelled, once `is_time` says so."""
        self.parent.write_text("")
        while act.poll() is None and not is_time():
            time.sleep(0.02)
        shell = int(self.parent.read_text())
        # A runner knows only the process that it started itself.
        above = int(Path(f"/proc/{shell}/stat").read_text().rsplit(")", 1)[1].split()[1])
        if above != act.pid:
            raise AssertionError("the step does not run in the process that the runner started")
        os.kill(shell, signal.SIGINT)
        return finish(act)

    def entries(self) -> list[Path]:
        """The entries of the cache, oldest first."""
        return sorted(self.cache.iterdir(), key=lambda e: e.stat().st_mtime)

    def close(self) -> None:
        self.release.server.shutdown()
        self.scratch.cleanup()


def finish(act: subprocess.Popen) -> Job:
    output = act.communicate(timeout=300)[0]
    return Job(output.splitlines(), act.returncode)


def copy_tree(target: Path, without: tuple[str, ...] = ()) -> None:
    """The files of this checkout that git knows, as they are now, but for those in the folders `without`."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in filter(None, names.decode().split("\0")):
        if (source := ROOT / name).is_file() and not name.startswith(without):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)


def stand_ins(root: Path) -> set[tuple[str, Path]]:
    """Every pinned action of GitHub's that has a stand-in, as act names it, with its folder."""
    found = set()
    for file in [root / "action.yml", *(root / ".github/workflows").glob("*.yml")]:
        for name, reference in re.findall(r"uses: actions/([\w-]+)[\w/-]*@([0-9a-f]{40})", file.read_text()):
            if (HERE / name).is_dir():
                found.add((f"actions/{name}@{reference}", HERE / name))
    return found
