"""Runs a program to its end and measures it from outside."""

import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "allocations" / "count_allocations.c"


@dataclass
class Finished:
    """A program that has ended."""

    status: int
    output: str
    messages: str
    seconds: float
    # `ru_maxrss`, in bytes. Never below what this driver itself held when it started the program:
    # Linux counts the moment before the program replaces it.
    peak_memory: int
    # None where they cannot be counted.
    allocations: int | None = None
    instructions: int | None = None


def run(command, environment, folder, preload=None):
    """Runs `command` in `folder` with nothing in its environment but `environment`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        counted = Path(folder, "allocations")
        counted.unlink(missing_ok=True)
        if preload:
            environment = environment | {
                "LD_PRELOAD": str(preload), "COUNT_ALLOCATIONS_FILE": str(counted)
            }
        begin = time.perf_counter()
        child = subprocess.Popen(command, env=environment, cwd=folder, stdout=out, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Finished(
            status=child.returncode,
            output=out.read().decode(),
            messages=err.read().decode(),
            seconds=seconds,
            peak_memory=usage.ru_maxrss * 1024,
            allocations=int(counted.read_text()) if counted.exists() else None,
        )


def allocation_counter(folder):
    """Builds the library that counts allocations; None where it cannot be built."""
    compiler = shutil.which("cc") or shutil.which("clang")
    library = Path(folder, "count_allocations.so")
    if compiler is None:
        return None
    built = subprocess.run(
        [compiler, "-O2", "-shared", "-fPIC", "-o", library, SOURCE], capture_output=True
    )
    return library if built.returncode == 0 else None


def instructions(command, environment, folder):
    """Instructions in user mode by `perf stat`; None where it or the processor cannot count."""
    perf = shutil.which("perf")
    if perf is None:
        return None
    counted = Path(folder, "instructions")
    options = ["stat", "-x", ",", "-e", "instructions:u", "-o", counted, "--"]
    finished = run([perf, *options, *command], environment, folder)
    if finished.status != 0 or not counted.exists():
        return None
    rows = [line.split(",") for line in counted.read_text().splitlines() if "instructions" in line]
    return int(rows[0][0]) if rows and rows[0][0].isdigit() else None
