"""Shows what was measured to a person."""

MISSING = "not measured"


def number(value):
    return MISSING if value is None else f"{value:,}"


def megabytes(value):
    return MISSING if value is None else f"{value / 1_000_000:.1f} MB"


def kilobytes(value):
    return MISSING if value is None else f"{value / 1000:,.0f} kB"


def milliseconds(value):
    return MISSING if value is None else f"{value * 1000:,.0f} ms"


def microseconds(value):
    return MISSING if value is None else f"{value * 1e6:,.1f} µs"


def rounded(value):
    return MISSING if value is None else f"{value:,.0f}"


RUN_COLUMNS = [
    ("GraphQL", "graphql_requests", number),
    ("points", "graphql_points", number),
    ("REST", "rest_requests", number),
    ("received", "bytes_received", kilobytes),
    ("rows stored", "rows_stored", number),
    ("peak memory", "peak_memory", megabytes),
    ("wall time", "seconds", milliseconds),
]
SCORE_COLUMNS = [
    ("days", "days", number),
    ("time a day", "seconds_per_day", microseconds),
    ("allocations a day", "allocations_per_day", rounded),
    ("instructions a day", "instructions_per_day", rounded),
]


def aligned(header, rows):
    """Columns as wide as their widest cell; words to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    words = [column < 2 for column in range(len(header))]

    def line(row):
        cells = zip(row, widths, words)
        return "  ".join(
            cell.ljust(width) if is_word else cell.rjust(width) for cell, width, is_word in cells
        ).rstrip()

    return "\n".join([line(header), line(["-" * width for width in widths]), *map(line, rows)])


def cells(columns, counts):
    return [show(counts.get(key)) if counts else MISSING for _, key, show in columns]


def text(document):
    """The tables of a whole benchmark."""
    runs, scores = [], []
    for entry in document["repositories"]:
        name = entry["repository"]
        runs.append([name, "vitals, first run", *cells(RUN_COLUMNS, entry["first"])])
        runs.append([name, "vitals, daily run", *cells(RUN_COLUMNS, entry["daily"])])
        if "peer" in entry:
            peer = entry["peer"] and entry["peer"] | {"rows_stored": 0}
            runs.append([name, "one request per item, every run", *cells(RUN_COLUMNS, peer)])
        scores.append([name, "daily score", *cells(SCORE_COLUMNS, entry["score"])])
    start = document["start"]
    return "\n\n".join([
        aligned(["repository", "collector", *(title for title, *_ in RUN_COLUMNS)], runs),
        aligned(["repository", "computed", *(title for title, *_ in SCORE_COLUMNS)], scores),
        f"vitals --version: {start['seconds'] * 1000:.1f} ms, {megabytes(start['peak_memory'])}",
    ])
