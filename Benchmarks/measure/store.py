"""Looks into the SQLite file that `vitals` has written."""

import json
import sqlite3
from contextlib import closing


def _ask(path, sql):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()


def rows(path):
    """How many rows all tables hold together, the records of runs left out."""
    if not path.exists():
        return 0
    tables = _ask(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    kept = [name for (name,) in tables if name != "runs" and not name.startswith("sqlite_")]
    return sum(_ask(path, f'SELECT count(*) FROM "{name}"')[0][0] for name in kept)


def newest_run(path):
    """The record of the newest run, the document `repo-vitals/run/1`."""
    found = _ask(path, "SELECT document FROM runs ORDER BY started DESC LIMIT 1")
    return json.loads(found[0][0]) if found else None


def creation(path):
    """When the repository was created, in seconds since 1970."""
    return _ask(path, "SELECT created_at FROM repositories ORDER BY id LIMIT 1")[0][0]
