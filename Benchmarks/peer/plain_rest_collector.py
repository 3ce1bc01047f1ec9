#!/usr/bin/env python3
"""A plain collector over REST: one list after the other, one request per item for what is inside.

The peer that `vitals` is measured beside. It reads the way common collectors do: pages of 100,
everything again at every run, the reviews of each pull request in a request of its own.

What it does not read, though `vitals` does: the history of stars, and the issues that the tool
wrote itself. It keeps nothing, computes nothing, does not try again after a failure, and stops at
the first refusal.

    GITHUB_TOKEN=... plain_rest_collector.py OWNER/NAME [--most-requests N]

Prints what it counted as JSON; `complete` is false when it had to stop before the end.
"""

import argparse
import gzip
import json
import os
import re
import sys
import urllib.error
import urllib.request

NEXT = re.compile(r'<([^>]*)>;[^,]*rel="next"')


class Stopped(Exception):
    """The collection cannot go on; the text says why."""


class Client:
    """Sends requests one by one and counts them."""

    def __init__(self, base, token, most_requests):
        self.base, self.most_requests, self.requests = base, most_requests, 0
        self.headers = {
            "User-Agent": "plain-rest-collector",
            "Accept": "application/vnd.github+json",
            "Accept-Encoding": "gzip",
            "Authorization": f"Bearer {token}",
        }

    def page(self, url):
        """The rows of a page, and where the next one is."""
        if self.requests >= self.most_requests:
            raise Stopped(f"{self.most_requests} requests are used up")
        self.requests += 1
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=self.headers)) as answer:
                body, headers = answer.read(), answer.headers
        except urllib.error.HTTPError as refusal:
            path = url.removeprefix(self.base).partition("?")[0]
            raise Stopped(f"the server answered {refusal.code} to GET {path}") from refusal
        if headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        following = NEXT.search(headers.get("Link") or "")
        return json.loads(body) if body else [], following and following.group(1)

    def rows(self, path):
        """All rows of a list."""
        url = f"{self.base}{path}{'&' if '?' in path else '?'}per_page=100"
        while url:
            rows, url = self.page(url)
            yield from rows


def collect(client, repository, rows):
    """Reads everything, and adds up the rows of each kind in `rows`."""

    def read(kind, path):
        found = 0
        for row in client.rows(path):
            found += 1
            rows[kind] = rows.get(kind, 0) + 1
            yield row
        rows.setdefault(kind, found)

    def count(kind, path):
        for _ in read(kind, path):
            pass

    root = f"/repos/{repository}"
    client.page(client.base + root)
    count("commits", f"{root}/commits")
    count("forks", f"{root}/forks")
    count("releases", f"{root}/releases")
    # The list of issues holds the pull requests, too; comments come in one list for all of them.
    pulls = [
        row["number"] for row in read("items", f"{root}/issues?state=all") if "pull_request" in row
    ]
    count("comments", f"{root}/issues/comments")
    for number in pulls:
        count("reviews", f"{root}/pulls/{number}/reviews")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("repository", metavar="OWNER/NAME")
    parser.add_argument("--most-requests", type=int, default=sys.maxsize, metavar="N")
    arguments = parser.parse_args()
    base = os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/")
    client = Client(base, os.environ["GITHUB_TOKEN"], arguments.most_requests)
    rows, problem = {}, None
    try:
        collect(client, arguments.repository, rows)
    except Stopped as reason:
        problem = str(reason)
    record = {"requests": client.requests, "rows": rows, "complete": problem is None}
    print(json.dumps(record | {"problem": problem}))


if __name__ == "__main__":
    main()
