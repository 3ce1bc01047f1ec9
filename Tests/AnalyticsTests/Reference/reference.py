"""Metrics and health score from their definitions (docs/metrics.md, sections 1 to 5 and 10).

Written from the text alone and as plainly as possible, to check the Swift code against: no shared
structure, no sorted arrays, every value looks at every event. Standard library only.
"""
import datetime
import fnmatch
import math
import re

DAY = 86400
INF = float("inf")
WELL_KNOWN = """copilot codecov-commenter codecov-io coveralls googlebot allcontributors rustbot bors
rust-highfive mergify pep8speaks istio-testing msftclas claassistant greenkeeper vercel netlify
sonarcloud coderabbitai cursoragent devin-ai-integration gemini-code-assist""".split()
TABLE = """stars.total forks.total watchers.total stars.gained.30d forks.gained.30d issues.open
pulls.open issues.opened.30d issues.closed.30d issues.first_response.median.90d
issues.first_response.p90.90d issues.answered_in_7d.share.90d issues.closure_ratio.90d
issues.stale.open pulls.opened.30d pulls.merged.30d pulls.closed_unmerged.30d
pulls.merge_share.90d pulls.time_to_merge.median.90d pulls.time_to_merge.p90.90d
pulls.first_review.median.90d pulls.waiting_review.count contributors.active.30d
contributors.new.30d contributors.returning_share.30d contributors.absence_factor.365d
commits.count.30d reviews.count.30d releases.count.365d release.age_days downloads.total
traffic.views.14d traffic.visitors.14d traffic.clones.14d traffic.cloners.14d
engagement.newcomers_returned.60d engagement.repeat_share.30d engagement.comments_per_issue.90d
engagement.first_response.lo95 engagement.first_response.hi95""".split()


def midnight(text):
    day = datetime.date.fromisoformat(text)
    return (day - datetime.date(1970, 1, 1)).days * DAY


def date_text(seconds):
    return str(datetime.date(1970, 1, 1) + datetime.timedelta(days=seconds // DAY))


def mean(values):
    return sum(values) / len(values) if values else None


def quantile(values, share):
    if not values:
        return None
    values = sorted(values)
    place = (len(values) - 1) * share
    low = math.floor(place)
    high = math.ceil(place)
    return values[low] + (values[high] - values[low]) * (place - low)


def clamp(x):
    return max(0.0, min(100.0, x))


def trend(r):
    return clamp(70 + 30 * min(r, 1)) if r >= 0 else clamp(70 + 40 * r)


def dtrend(r):
    if 0 <= r < 1:
        return 30.0
    return 40.0 if -1.75 < r < 0 else 15.0


def pw(x, *points):
    if x <= points[0][0]:
        return points[0][1]
    for (xa, ya), (xb, yb) in zip(points, points[1:]):
        if x <= xb:
            return ya + (yb - ya) * (x - xa) / (xb - xa)
    return points[-1][1]


VELOCITY = [(math.log(h), p) for h, p in ((1, 100), (24, 95), (168, 75), (730, 40), (4380, 0))]
FRESH = [(math.log(h), p)
         for h, p in ((1, 100), (24, 95), (72, 85), (168, 65), (360, 40), (1440, 0))]


def kaplan_meier(waits, prior):
    """waits: (hours, ended) in order of creation, then number."""
    waits = [(max(0.25, hours), ended) for hours, ended in waits]
    waits.sort(key=lambda wait: wait[0])  # stable
    survival, previous, median = 1.0, math.log(0.25), None
    for index, (hours, ended) in enumerate(waits):
        if not ended:
            continue
        after = survival * (1 - 1 / (len(waits) - index))
        here = math.log(hours)
        if after <= 0.5 + 1e-9:
            median = math.exp(previous + (here - previous) * (survival - 0.5) / (survival - after))
            break
        survival, previous = after, here
    if median is None:
        median = max(2 * max(hours for hours, _ in waits), prior)
    n = sum(ended for _, ended in waits)
    n += 0.5 * sum(min(1, hours / median) for hours, ended in waits if not ended)
    return median, n


class People:
    def __init__(self, history):
        rules = history["rules"]
        self.globs = [g.lower() for g in rules["bots"]]
        self.ignored_names = {n.lower() for n in rules["ignored"]}
        self.accounts = history["accounts"]
        self.commits = history["commits"]
        self.ignored = set()
        for index, (_, login, _) in enumerate(self.accounts):
            if login.lower() in self.ignored_names and self.account(index):
                self.ignored.add(self.account(index)[0])
        for author, email, _ in self.commits:
            person = self.author(author, email)
            if person is None or person[1]:
                continue
            local = self.no_reply(email)
            names = {email.lower()}
            if local and (author is None or self.account(author) is None):
                names.add(local[1])
            if names & self.ignored_names:
                self.ignored.add(person[0])

    def glob(self, text):
        # fnmatch also knows brackets: make them literal.
        return any(fnmatch.fnmatchcase(text, g.replace("[", "[[]")) for g in self.globs)

    def bot_login(self, login):
        login = login.lower()
        return (login.endswith(("[bot]", "-bot", "-robot")) or login in WELL_KNOWN
                or self.glob(login))

    @staticmethod
    def no_reply(email):
        match = re.fullmatch(r"(?s)(?:(\d+)\+)?(.+)@users\.noreply\.github\.com", email.lower())
        return (int(match[1]) if match[1] else None, match[2]) if match else None

    def login_key(self, login):
        known = [a[0] for a in self.accounts if a[1].lower() == login and a[0] is not None]
        if not known:
            found = (self.no_reply(email) for _, email, _ in self.commits)
            known = [f[0] for f in found if f and f[1] == login and f[0] is not None]
        return ("id", min(known)) if known else ("login", login)

    def account(self, index):
        """(key, is a bot), or None for a deleted account."""
        if index is None:
            return None
        number, login, kind = self.accounts[index]
        if login.lower() == "ghost":
            return None
        key = ("id", number) if number is not None else self.login_key(login.lower())
        return key, kind == "Bot" or self.bot_login(login)

    def author(self, index, email):
        linked = self.account(index)
        if linked:
            return linked
        found = self.no_reply(email)
        if not found:
            return ("email", email.lower()), self.glob(email.lower())
        number, login = found
        key = ("id", number) if number is not None else self.login_key(login)
        bot = self.bot_login(login)
        for other in range(len(self.accounts)):
            there = self.account(other)
            if there and there[0] == key and self.accounts[other][0] is not None and there[1]:
                bot = True
        return key, bot


class Reference:
    def __init__(self, history):
        self.h = history
        self.created = history["createdAt"]
        people = self.people = People(history)
        self.horizon = {}
        for stream in ("snapshot", "stars", "forks", "commits", "issues", "pulls", "releases"):
            value = history["streams"].get(stream, "nothing")
            if value == "nothing":
                self.horizon[stream] = INF
            elif value == "complete" or value <= self.created:
                self.horizon[stream] = -INF
            else:
                self.horizon[stream] = value
        if not history["hasIssues"]:
            self.horizon["issues"] = -INF
        self.issues, self.pulls = [], []
        for index, row in enumerate(history["items"]):
            number, kind, author, created, closed, merged, draft = row
            who = people.account(author)
            if who and who[1]:
                continue
            item = dict(index=index, number=number, author=who and who[0], created=created,
                        closed=closed, merged=merged, draft=draft)
            item["comments"] = []
            item["replies"] = []
            (self.issues if kind == "issue" else self.pulls).append(item)
        by_index = {item["index"]: item for item in self.issues + self.pulls}
        for index, author, at in history["comments"]:
            who = people.account(author)
            if who and not who[1] and index in by_index:
                by_index[index]["comments"].append(at)
                if who[0] != by_index[index]["author"]:
                    by_index[index]["replies"].append(at)
        self.reviews = []
        for index, author, at in history["reviews"]:
            who = people.account(author)
            if who and who[1]:
                continue
            self.reviews.append((at, who and who[0]))
            if who and index in by_index and who[0] != by_index[index]["author"]:
                by_index[index]["replies"].append(at)
        for item in by_index.values():
            item["reply"] = max(min(item["replies"]), item["created"]) if item["replies"] else INF
            item["closed"] = INF if item["closed"] is None else item["closed"]
            item["merged"] = INF if item["merged"] is None else item["merged"]
            item["answered"] = min(item["reply"], item["closed"])
            item["resolved"] = item["merged"] if item["merged"] < INF else item["closed"]
        self.issues.sort(key=lambda i: (i["created"], i["number"]))
        self.pulls.sort(key=lambda i: (i["created"], i["number"]))
        self.commits = []
        for author, email, at in history["commits"]:
            who = people.author(author, email)
            if not who[1] and at >= self.horizon["commits"]:
                self.commits.append((at, who[0]))
        self.active = []  # (instant, person)
        self.active += self.commits
        self.active += [r for r in self.reviews if r[1] and r[0] >= self.horizon["pulls"]]
        self.active += [(i["created"], i["author"]) for i in self.issues
                        if i["author"] and i["created"] >= self.horizon["issues"]]
        self.active += [(i["created"], i["author"]) for i in self.pulls
                        if i["author"] and i["created"] >= self.horizon["pulls"]]
        self.active = sorted(e for e in self.active if e[1] not in people.ignored)
        self.activity_horizon = max(self.horizon[s] for s in ("commits", "issues", "pulls"))

    # What is known ---------------------------------------------------------------------------

    def known(self, horizon, start, end):
        """(status, since) of the window."""
        if horizon <= start:
            return "observed", None
        if horizon == INF:
            return "unknown", None
        whole = -(-horizon // DAY) * DAY
        if whole + DAY > end:
            return "unknown", None
        return "partial", date_text(whole)

    # Windows ---------------------------------------------------------------------------------

    def who(self, start, end):
        return {person for at, person in self.active if start <= at < end}

    def items(self, items, stream, start, end):
        return [i for i in items if start <= i["created"] < end
                and i["created"] >= self.horizon[stream]]

    def times(self, times, stream, start, end):
        return sum(1 for at in times if start <= at < end and at >= self.horizon[stream])

    def baseline(self, T, horizon, count):
        values = [count(T - (k + 30) * DAY, T - k * DAY) for k in (30, 60, 90)
                  if T - (k + 30) * DAY >= max(self.created, horizon)]
        return mean(values), len(values)

    # Metrics ---------------------------------------------------------------------------------

    def metrics(self, day):
        T = midnight(day) + DAY
        out = {}

        def put(name, value, status="observed", since=None):
            if value is None or status == "unknown":
                value, status, since = None, "unknown", None
            out[name] = [name, value, status, since]

        def window(name, value, stream, days, newest=0, horizon=None):
            horizon = self.horizon[stream] if horizon is None else horizon
            put(name, value, *self.known(horizon, T - days * DAY, T - newest * DAY))

        shots = {midnight(s[0]): s[1:] for s in self.h["snapshots"]}
        today = shots.get(T - DAY, [None] * 3)
        for name, value in zip(("stars", "forks", "watchers"), today):
            put(f"{name}.total", value)
        self.stars_gained(T, shots, put)
        window("forks.gained.30d", self.times(self.h["forks"], "forks", T - 30 * DAY, T),
               "forks", 30)
        if self.h["hasIssues"]:
            self.issue_metrics(T, put, window)
        self.pull_metrics(T, put, window)
        self.people_metrics(T, put, window)
        window("commits.count.30d", sum(1 for at, _ in self.commits if T - 30 * DAY <= at < T),
               "commits", 30)
        window("reviews.count.30d",
               self.times([at for at, _ in self.reviews], "pulls", T - 30 * DAY, T), "pulls", 30)
        window("releases.count.365d",
               self.times(self.h["releases"], "releases", T - 365 * DAY, T), "releases", 365)
        releases = [at for at in self.h["releases"]
                    if at < T and at >= self.created and at >= self.horizon["releases"]]
        put("release.age_days", (T - max(releases)) / DAY if releases else None)
        downloads = {midnight(d[0]): d[1] for d in self.h["downloads"]}
        put("downloads.total", downloads.get(T - DAY),
            *self.known(self.horizon["releases"], -INF, T))
        return [out.get(name, [name, None, "unknown", None]) for name in TABLE]

    def stars_gained(self, T, shots, put):
        start = T - 30 * DAY
        status, since = self.known(self.horizon["stars"], start, T)
        if status != "unknown":
            put("stars.gained.30d",
                sum(n for day, n in self.h["stars"] if start <= midnight(day) < T
                    and midnight(day) >= self.horizon["stars"]), status, since)
            return
        totals = {day: s[0] for day, s in shots.items() if s[0] is not None}
        last, first = T - DAY, T - 31 * DAY
        if last not in totals:
            put("stars.gained.30d", None)
        elif first in totals:
            put("stars.gained.30d", totals[last] - totals[first])
        else:
            after = [day for day in totals if first < day < last]
            put("stars.gained.30d", totals[last] - totals[min(after)] if after else None,
                "partial", date_text(min(after) + DAY) if after else None)

    def issue_metrics(self, T, put, window):
        horizon = self.horizon["issues"]
        opened = [i for i in self.issues if i["created"] < T and not i["closed"] < T]
        known = self.known(horizon, -INF, T)
        put("issues.open", len(opened), *known)
        stale = [i for i in opened
                 if max([i["created"]] + [c for c in i["comments"] if c < T]) < T - 60 * DAY]
        put("issues.stale.open", len(stale), *known)
        quarter = self.items(self.issues, "issues", T - 90 * DAY, T)
        closed = [i["closed"] for i in self.issues]
        window("issues.opened.30d", len(self.items(self.issues, "issues", T - 30 * DAY, T)),
               "issues", 30)
        window("issues.closed.30d", self.times(closed, "issues", T - 30 * DAY, T), "issues", 30)
        window("issues.closure_ratio.90d",
               self.times(closed, "issues", T - 90 * DAY, T) / len(quarter) if quarter else None,
               "issues", 90)
        waits = sorted((i["reply"] - i["created"]) / 3600 for i in quarter if i["reply"] < T)
        window("issues.first_response.median.90d", quantile(waits, 0.5), "issues", 90)
        window("issues.first_response.p90.90d", quantile(waits, 0.9), "issues", 90)
        old = self.items(self.issues, "issues", T - 90 * DAY, T - 7 * DAY)
        window("issues.answered_in_7d.share.90d",
               mean([float(self.in_a_week(i, T)) for i in old]), "issues", 90, 7)
        n = len(waits)
        low = high = None
        if n >= 6:
            low = waits[max(1, math.floor((n - 1.96 * math.sqrt(n)) / 2)) - 1]
            high = waits[min(n, math.ceil(1 + (n + 1.96 * math.sqrt(n)) / 2)) - 1]
        window("engagement.first_response.lo95", low, "issues", 90)
        window("engagement.first_response.hi95", high, "issues", 90)
        window("engagement.comments_per_issue.90d",
               mean([sum(1 for c in i["comments"] if c < T) for i in quarter]), "issues", 90)

    @staticmethod
    def in_a_week(issue, T):
        return issue["answered"] < T and issue["answered"] - issue["created"] <= 7 * DAY

    def pull_metrics(self, T, put, window):
        horizon = self.horizon["pulls"]
        opened = [i for i in self.pulls if i["created"] < T and not i["resolved"] < T]
        known = self.known(horizon, -INF, T)
        put("pulls.open", len(opened), *known)
        put("pulls.waiting_review.count",
            sum(1 for i in opened if not i["draft"] and not i["reply"] < T
                and T - i["created"] > 7 * DAY), *known)
        merged = [i["merged"] for i in self.pulls]
        rejected = [i["closed"] for i in self.pulls if i["merged"] == INF]
        month, quarter = (T - 30 * DAY, T), (T - 90 * DAY, T)
        window("pulls.opened.30d", len(self.items(self.pulls, "pulls", *month)), "pulls", 30)
        window("pulls.merged.30d", self.times(merged, "pulls", *month), "pulls", 30)
        window("pulls.closed_unmerged.30d", self.times(rejected, "pulls", *month), "pulls", 30)
        yes, no = (self.times(t, "pulls", *quarter) for t in (merged, rejected))
        window("pulls.merge_share.90d", yes / (yes + no) if yes + no else None, "pulls", 90)
        waits = [(i["merged"] - i["created"]) / 3600 for i in self.pulls
                 if quarter[0] <= i["merged"] < T and i["merged"] >= horizon]
        window("pulls.time_to_merge.median.90d", quantile(waits, 0.5), "pulls", 90)
        window("pulls.time_to_merge.p90.90d", quantile(waits, 0.9), "pulls", 90)
        waits = [(i["reply"] - i["created"]) / 3600
                 for i in self.items(self.pulls, "pulls", *quarter) if i["reply"] < T]
        window("pulls.first_review.median.90d", quantile(waits, 0.5), "pulls", 90)

    def people_metrics(self, T, put, window):
        horizon = self.activity_horizon
        now = self.who(T - 30 * DAY, T)
        before = self.who(T - 60 * DAY, T - 30 * DAY)
        window("contributors.active.30d", len(now), None, 30, 0, horizon)

        def newcomers(name, value, start, end):
            status, since = self.known(horizon, start, end)
            if status == "observed" and horizon > -INF:
                status, since = "partial", date_text(-(-horizon // DAY) * DAY)
            put(name, value, status, since)

        newcomers("contributors.new.30d", len(now - self.who(-INF, T - 30 * DAY)),
                  T - 30 * DAY, T)
        window("contributors.returning_share.30d",
               len(now & before) / len(before) if before else None, None, 60, 30, horizon)
        counts = {}
        for at, person in self.commits:
            if T - 365 * DAY <= at < T and person not in self.people.ignored:
                counts[person] = counts.get(person, 0) + 1
        total, factor = 0, 0
        for count in sorted(counts.values(), reverse=True):
            if total * 2 >= sum(counts.values()):
                break
            total += count
            factor += 1
        window("contributors.absence_factor.365d", factor or None, "commits", 365)

        days = {}
        for at, person in self.active:
            days.setdefault(person, set()).add(at // DAY)
        start, end = T - 120 * DAY, T - 60 * DAY
        fresh = [d for d in days.values() if start // DAY <= min(d) < end // DAY]
        back = [d for d in fresh if any(min(d) < x <= min(d) + 60 for x in d)]
        newcomers("engagement.newcomers_returned.60d",
                  len(back) / len(fresh) if fresh else None, start, end)
        again = [p for p in now
                 if sum(1 for d in days[p] if T // DAY - 30 <= d < T // DAY) >= 2]
        window("engagement.repeat_share.30d", len(again) / len(now) if now else None, None, 30, 0,
               horizon)

    # Score -----------------------------------------------------------------------------------

    def ratio(self, x, baseline):
        xb, k = baseline
        r = math.log2((x + 3) / (xb + 3))
        var = (x / (x + 3) ** 2 + (xb / k) / (xb + 3) ** 2 + 0.02) / math.log(2) ** 2
        return trend(r), dtrend(r), var

    def contributors(self, T):
        horizon = self.activity_horizon
        if self.known(horizon, T - 30 * DAY, T)[0] == "unknown":
            return [None] * 5, None
        A = len(self.who(T - 30 * DAY, T))
        base = self.baseline(T, horizon, lambda a, b: len(self.who(a, b)))
        days = {}
        for at, person in self.active:
            if T - 120 * DAY <= at < T - 30 * DAY:
                days.setdefault(person, set()).add(at // DAY)
        repeat = {person for person, d in days.items() if len(d) >= 2}
        n, s = len(repeat), len(repeat & self.who(T - 30 * DAY, T))
        p = (s + 4) / (n + 8.5)
        inputs = [A, base[0], n, s, p]
        if (T - max(self.created, horizon)) / DAY < 60 or A + base[0] == 0:
            return inputs, None
        t, d, var = self.ratio(A, base)
        c = 149 if p < 0.47 else 130
        score = 0.5 * t + 0.5 * pw(p, (0, 0), (0.47, 70), (0.70, 100), (1, 100))
        se = math.sqrt(0.25 * d ** 2 * var + 0.25 * c ** 2 * p * (1 - p) / (n + 9.5))
        return inputs, (score, se, A + base[0], self.known(horizon, T - 120 * DAY, T)[0])

    def throughput(self, T):
        horizon = self.horizon["pulls"]
        if self.known(horizon, T - 30 * DAY, T)[0] == "unknown":
            return [None] * 7, None
        merged = [i["merged"] for i in self.pulls]

        def m(a, b):
            return self.times(merged, "pulls", a, b)

        def o(a, b):
            return len(self.items(self.pulls, "pulls", a, b))

        m0, mb = m(T - 30 * DAY, T), self.baseline(T, horizon, m)
        o0, ob = o(T - 30 * DAY, T), self.baseline(T, horizon, o)
        old = self.items(self.pulls, "pulls", T - 104 * DAY, T - 14 * DAY)
        n, done = len(old), sum(1 for i in old if i["resolved"] < T)
        f = (done + 4) / (n + 5)
        inputs = [m0, mb[0], o0, ob[0], n, done, f]
        if (T - max(self.created, horizon)) / DAY < 60 or m0 + mb[0] + o0 + ob[0] == 0:
            return inputs, None
        tm, dm, vm = self.ratio(m0, mb)
        to, do, vo = self.ratio(o0, ob)
        score = 0.4 * tm + 0.2 * to + 0.4 * 100 * min(1, f / 0.95)
        se = math.sqrt((0.4 * dm) ** 2 * vm + (0.2 * do) ** 2 * vo
                       + 0.16 * 105 ** 2 * max(0.02, f * (1 - f)) / (n + 6))
        events = (o0 + ob[0] + m0 + mb[0]) / 2 + n / 6
        return inputs, (score, se, events, self.known(horizon, T - 120 * DAY, T)[0])

    def velocity(self, T):
        status = self.known(self.horizon["pulls"], T - 90 * DAY, T)[0]
        if status == "unknown":
            return [None] * 4, None
        pulls = self.items(self.pulls, "pulls", T - 90 * DAY, T)
        waits = []
        for i in pulls:
            if i["merged"] < T:
                waits.append(((i["merged"] - i["created"]) / 3600, True))
            elif not i["resolved"] < T and not i["draft"]:
                waits.append(((T - i["created"]) / 3600, False))
        merged = sum(ended for _, ended in waits)
        if not waits:
            return [None, 0, 0, 0], None
        median, n = kaplan_meier(waits, 48)
        H = (n * math.log(median) + 5 * math.log(48)) / (n + 5)
        k = abs(pw(H + 0.05, *VELOCITY) - pw(H - 0.05, *VELOCITY)) / 0.1
        se = k * 1.25 * 2.5 / math.sqrt(n + 5)
        return [median, n, merged, len(waits) - merged], (pw(H, *VELOCITY), se, n, status)

    def freshness(self, T):
        if not self.h["hasIssues"]:
            return [None] * 5, None
        status = self.known(self.horizon["issues"], T - 90 * DAY, T - 7 * DAY)[0]
        if status == "unknown":
            return [None] * 5, None
        issues = self.items(self.issues, "issues", T - 90 * DAY, T - 7 * DAY)
        n = len(issues)
        answered = sum(self.in_a_week(i, T) for i in issues)
        q = (answered + 2) / (n + 4)
        if not issues:
            return [0, 0, q, None, 0], None
        waits = [((min(i["answered"], T) - i["created"]) / 3600, i["answered"] < T)
                 for i in issues]
        median, ne = kaplan_meier(waits, 72)
        R = (ne * math.log(median) + 5 * math.log(72)) / (ne + 5)
        score = 0.6 * 100 * min(1, q / 0.9) + 0.4 * pw(R, *FRESH)
        se = math.sqrt(0.36 * 111 ** 2 * q * (1 - q) / (n + 5)
                       + 0.16 * (15 * 1.25 * 2.5 / math.sqrt(ne + 5)) ** 2)
        return [n, answered, q, median, ne], (score, se, n, status)

    def fork_growth(self, T):
        horizon = self.horizon["forks"]
        if self.known(horizon, T - 30 * DAY, T)[0] == "unknown":
            return [None] * 4, None

        def count(a, b):
            return self.times(self.h["forks"], "forks", a, b)

        F, base = count(T - 30 * DAY, T), self.baseline(T, horizon, count)
        N = count(-INF, T - 30 * DAY)
        g = 100 * (F + 0.6) / (N + 60)
        inputs = [F, base[0], N, g]
        if (T - max(self.created, horizon)) / DAY < 60:
            return inputs, None
        t, d, var = self.ratio(F, base)
        score = 0.7 * t + 0.3 * 100 * min(1, math.log(1 + g) / math.log(6))
        se = math.sqrt(0.49 * d ** 2 * var + (30 / (math.log(6) * (1 + g))) ** 2
                       * (100 / (N + 60)) ** 2 * (F + 0.6))
        status = "partial" if horizon > -INF else "observed"
        return inputs, (score, se, F + base[0], status)

    def lifecycle(self, T):
        if self.h["isArchived"]:
            return "archived"
        if (T - self.created) / DAY < 90:
            return "new"
        if self.activity_horizon <= T - 60 * DAY and not self.who(T - 60 * DAY, T):
            return "inactive"
        return "active"

    @staticmethod
    def band(score):
        rounded = math.floor(score + 0.5)
        return ("thriving" if rounded >= 80 else "healthy" if rounded >= 65
                else "watch" if rounded >= 50 else "at risk")

    def one_score(self, T):
        names = ("contributors", "pr_throughput", "review_velocity", "issue_freshness",
                 "fork_growth")
        readings = (self.contributors(T), self.throughput(T), self.velocity(T),
                    self.freshness(T), self.fork_growth(T))
        components, present, sums, squares, evidence = [], 0, 0.0, 0.0, 0.0
        for name, w, (inputs, result) in zip(names, (30, 20, 20, 15, 15), readings):
            if result:
                score, se, events, status = result
                present += w
                sums += w * score
                squares += (w * se) ** 2
                evidence += w * events / (events + 5)
                components.append([name, score, w, w * score / 100, se, events, status, inputs])
            else:
                components.append([name, None, w, None, None, 0, "unknown", inputs])
        since = max([self.created] + [self.horizon[s] for s in
                                      ("commits", "issues", "pulls", "forks")
                                      if self.horizon[s] < INF])
        age = (T - since) / DAY
        enough = present >= 35
        return dict(lifecycle=self.lifecycle(T), score=sums / present if enough else None,
                    standard_error=math.sqrt(squares) / present if enough else None,
                    confidence=evidence / 100 * min(1, max(0, age) / 90), coverage=present / 100,
                    age=age, components=components)

    def scores(self, days):
        """The scores of some days; the published band is replayed from the creation."""
        edges = {"at risk": (-INF, 50), "watch": (50, 65), "healthy": (65, 80),
                 "thriving": (80, INF)}
        wanted = {midnight(day): day for day in days}
        history, force, run, out = {}, None, 0, {}
        day = self.created // DAY * DAY
        while day <= max(wanted):
            result = self.one_score(day + DAY)
            score = history[day] = result["score"]
            if score is not None and force is None:
                force = self.band(score)
            elif score is not None:
                week = [history.get(day - k * DAY) for k in range(7)]
                middle = quantile([s for s in week if s is not None], 0.5)
                low, high = edges[force]
                run = run + 1 if middle >= high + 2 or middle <= low - 2 else 0
                if run == 5:
                    force, run = self.band(middle), 0
            if day in wanted:
                active = result["lifecycle"] == "active"
                result["band"] = self.band(score) if active and score is not None else None
                result["published_band"] = force if active else None
                out[wanted[day]] = result
            day += DAY
        return [out[day] for day in days]

    # Health drop -----------------------------------------------------------------------------

    def health(self, last, points=10, confirm=5, cooldown=14):
        """Every day from the creation with its fall, and the alerts: section 9."""
        first = self.created // DAY
        dates = [date_text(d * DAY) for d in range(first, midnight(last) // DAY + 1)]
        scores = self.scores(dates)
        alerts, out, bad, good = [], [], 0, 0
        for k, (date, today) in enumerate(zip(dates, scores)):
            recent = [s["score"] for s in scores[max(0, k - 6):k + 1]]
            before = scores[max(0, k - 70):max(0, k - 14)]
            now = quantile([s for s in recent if s is not None], 0.5)
            was = quantile([s["score"] for s in before if s["score"] is not None], 0.5)
            errors = [s["standard_error"] for s in before if s["standard_error"] is not None]
            drop = threshold = None
            if today["score"] is not None and was is not None:
                drop = was - now
                se = math.sqrt(today["standard_error"] ** 2 + quantile(errors, 0.5) ** 2 / 1.5)
                threshold = max(points, 2 * se)
                firing = bool(alerts) and alerts[-1]["cleared"] is None
                if firing:
                    good = good + 1 if drop < 5 else 0
                    if good == 7:
                        alerts[-1]["cleared"] = date
                        bad = 0
                else:
                    evident = today["confidence"] >= 0.5 and today["age"] >= 90
                    active = today["lifecycle"] == "active"
                    bad = bad + 1 if drop >= threshold and evident and active else 0
                    cool = not alerts or midnight(date) - midnight(alerts[-1]["fired"]) >= cooldown * DAY
                    if bad >= confirm and cool:
                        alerts.append(dict(fired=date, cleared=None))
                        good = 0
            firing = bool(alerts) and alerts[-1]["cleared"] is None
            out.append(dict(date=date, score=today["score"], standard_error=today["standard_error"],
                            confidence=today["confidence"], band=today["band"],
                            published_band=today["published_band"], drop=drop,
                            threshold=threshold, state="firing" if firing else "ok"))
        return alerts, out

    # Series ----------------------------------------------------------------------------------

    def series(self, name, first, last):
        out, day = [], midnight(first)
        while day <= midnight(last):
            out.append(self.one_day(name, day))
            day += DAY
        return out

    def one_day(self, name, day):
        stream = {"commits": "commits", "stars": "stars", "forks": "forks",
                  "issues.opened": "issues", "issues.closed": "issues"}.get(name, "pulls")
        horizon = self.activity_horizon if name == "contributors" else self.horizon[stream]
        if day < self.created // DAY * DAY or (day < horizon and name != "downloads"):
            return None
        if name.startswith("issues") and not self.h["hasIssues"]:
            return None
        span = (day, day + DAY)
        if name == "downloads":
            return {midnight(d[0]): d[2] for d in self.h["downloads"]}.get(day)
        if name == "contributors":
            return len(self.who(*span))
        if name == "stars":
            return {midnight(d): n for d, n in self.h["stars"]}.get(day, 0)
        times = {"commits": [at for at, _ in self.commits], "forks": self.h["forks"],
                 "issues.opened": [i["created"] for i in self.issues],
                 "issues.closed": [i["closed"] for i in self.issues],
                 "pulls.opened": [i["created"] for i in self.pulls],
                 "pulls.merged": [i["merged"] for i in self.pulls],
                 "reviews": [at for at, _ in self.reviews]}
        return sum(1 for at in times[name] if span[0] <= at < span[1])
