"""Reads the facts of a SQLite store in the form that reference.py takes."""
import sqlite3

from reference import DAY, date_text


def repositories(path):
    """Names and ids of the repositories in the store."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        return store.execute("SELECT name, id FROM repositories ORDER BY name").fetchall()


def history(path, repository):
    """What the store knows of one repository; what the tool wrote itself is left out."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        def rows(query):
            return store.execute(query, (repository,)).fetchall()

        created, archived, issues = rows(
            "SELECT created_at, is_archived, has_issues FROM repositories WHERE id = ?")[0]
        people = store.execute("SELECT key, id, login, kind FROM accounts ORDER BY key").fetchall()
        place = {key: index for index, (key, *_) in enumerate(people)}
        items = rows("SELECT number, kind, author, created_at, closed_at, merged_at, is_draft "
                     "FROM items WHERE repository = ? AND NOT is_own ORDER BY number")
        order = {number: index for index, (number, *_) in enumerate(items)}
        comments = rows("SELECT item, author, created_at FROM comments "
                        "WHERE repository = ? AND NOT is_own ORDER BY item, created_at")
        reviews = rows("SELECT item, author, submitted_at FROM reviews WHERE repository = ? "
                       "AND state <> 'pending' ORDER BY item, submitted_at")
        streams = {
            stream: since if horizon == "since" else horizon
            for stream, horizon, since in rows("SELECT stream, horizon, since FROM streams WHERE repository = ?")}
        return dict(
            createdAt=created, hasIssues=bool(issues), isArchived=bool(archived),
            rules=dict(bots=[], ignored=[]),
            accounts=[[number, login, kind.capitalize()] for _, number, login, kind in people],
            items=[[n, kind, place.get(author), at, closed, merged, bool(draft)]
                   for n, kind, author, at, closed, merged, draft in items],
            comments=[[order[i], place.get(author), at] for i, author, at in comments if i in order],
            reviews=[[order[i], place.get(author), at] for i, author, at in reviews if i in order],
            commits=[[place.get(author), email, at] for author, email, at in rows(
                "SELECT author, email, committed_at FROM commits WHERE repository = ? ORDER BY committed_at")],
            forks=sorted(at for at, in rows("SELECT created_at FROM forks WHERE repository = ?")),
            releases=[], snapshots=[], downloads=[],
            stars=[[date_text(day * DAY), count] for day, count in
                   rows("SELECT day, count FROM star_days WHERE repository = ?")],
            streams=streams)
