"""A running stand-in for GitHub, and the program run against it; for script/test-rig and its checks."""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RIG = Path(os.environ.get("VITALS_RIG", ROOT.parent / "shared" / "github-rig"))
VITALS = Path(os.environ.get("VITALS_PROGRAM", ROOT / ".build" / "debug" / "vitals"))
VDAF, OPAQUE, ESNI = "cfrg/draft-irtf-cfrg-vdaf", "cfrg/draft-irtf-cfrg-opaque", "tlswg/draft-ietf-tls-esni"


class Rig:
    """A running stand-in and its admin interface."""

    def __init__(self, *options: str):
        self.folder = tempfile.TemporaryDirectory()
        ready = Path(self.folder.name) / "ready.json"
        command = [str(RIG / "rig"), "serve", "--port", "0", "--admin-port", "0", "--clock", "frozen", "--quiet",
                   "--ready-file", str(ready), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(1200):
            if ready.exists() and ready.read_text().strip():
                break
            if self.process.poll() is not None:
                sys.exit("test-rig: the stand-in did not start")
            time.sleep(0.1)
        ports = json.loads(ready.read_text())
        self.api = f"http://127.0.0.1:{ports['api']}"
        self.admin = f"http://127.0.0.1:{ports['admin']}"

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()

    def post(self, path: str, document: object = None) -> dict:
        body = json.dumps(document or {}).encode()
        request = urllib.request.Request(f"{self.admin}/_rig/{path}", data=body, method="POST")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def end_faults(self) -> None:
        request = urllib.request.Request(f"{self.admin}/_rig/faults", method="DELETE")
        with urllib.request.urlopen(request) as answer:
            answer.read()

    def get(self, path: str) -> object:
        with urllib.request.urlopen(f"{self.admin}/_rig/{path}") as answer:
            return json.load(answer)

    def at(self, instant: str) -> None:
        """Moves the clock and forgets limits and counts."""
        self.post("clock", {"now": instant})
        self.post("limits/reset")
        self.post("stats/reset")

    def stats(self) -> dict:
        stats = self.get("stats")
        self.post("stats/reset")
        self.post("limits/reset")
        return stats


class World:
    """A folder with a store, and the program run in it."""

    def __init__(self, rig: Rig, token: str = "ghs_rigactions"):
        self.rig, self.token = rig, token
        self.folder = tempfile.TemporaryDirectory()

    def vitals(self, *arguments: str, status: int = 0, **environment: str) -> subprocess.CompletedProcess:
        variables = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "GITHUB_TOKEN": self.token,
                     "GITHUB_API_URL": self.rig.api, "GITHUB_GRAPHQL_URL": f"{self.rig.api}/graphql", **environment}
        done = subprocess.run([str(VITALS), *arguments], cwd=self.folder.name, env=variables, capture_output=True, text=True)
        expect(done.returncode == status, f"vitals {' '.join(arguments)} ended with {done.returncode}, not {status}:\n{done.stderr}")
        said = "".join(line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("::add-mask::"))
        expect("ghs_rig" not in said, "a token was printed")
        return done

    def start(self, *arguments: str) -> subprocess.Popen:
        variables = {"PATH": os.environ["PATH"], "GITHUB_TOKEN": self.token, "GITHUB_API_URL": self.rig.api,
                     "GITHUB_GRAPHQL_URL": f"{self.rig.api}/graphql"}
        return subprocess.Popen([str(VITALS), *arguments], cwd=self.folder.name, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def json(self, *arguments: str) -> dict:
        return self.json_with(0, *arguments)

    def json_with(self, status: int, *arguments: str, **environment: str) -> dict:
        return json.loads(self.vitals(*arguments, "--json", status=status, **environment).stdout)


def expect(holds: bool, sentence: str) -> None:
    if not holds:
        raise AssertionError(sentence)


class Workflow(World):
    """A folder as a job has it, with a cache that the test keeps or loses."""

    def __init__(self, rig: Rig, home: str, token: str = "ghs_rigactions", **environment: str):
        super().__init__(rig, token)
        self.path = Path(self.folder.name)
        self.environment = {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": home, "GITHUB_RUN_ID": "7", "GITHUB_RUN_NUMBER": "3",
                            "GITHUB_EVENT_NAME": "schedule", "GITHUB_STEP_SUMMARY": str(self.path / "summary.md"), **environment}

    def vitals(self, *arguments: str, status: int = 0, **environment: str) -> subprocess.CompletedProcess:
        return super().vitals(*arguments, status=status, **{**self.environment, **environment})

    def run(self, now: str, *arguments: str, status: int = 0, **environment: str) -> subprocess.CompletedProcess:
        """The daily job at an instant; what it wrote of its token is for the runner alone."""
        self.rig.at(now)
        return self.vitals("run", "--log-format", "text", "--now", now, *arguments, status=status, **environment)

    def lose_cache(self) -> None:
        (self.path / "vitals.sqlite").unlink()

    def summary(self) -> str:
        return (self.path / "summary.md").read_text()


def requests(stats: dict) -> tuple[int, int, int]:
    """GraphQL reads, REST reads, writes."""
    graphql = writes = rest = 0
    for endpoint, count in stats["requests_by_endpoint"].items():
        if endpoint == "POST /graphql":
            graphql += count
        elif endpoint.startswith("GET "):
            rest += count
        else:
            writes += count
    return graphql, rest, writes


def open_subjects(rig: Rig, name: str) -> list[str]:
    """What the tool's open issues are about: kind and subject of their markers."""
    numbers = [i["number"] for i in rig.get(f"repos/{name}/items?written=1") if i["state"] == "OPEN"]
    lines = [rig.get(f"repos/{name}/items/{number}")["body"].split("\n", 1)[0] for number in numbers]
    return sorted(line.replace(" first=true", "") for line in lines)
