/// The tables of a store.
enum Schema {
  /// Says in the file's header that it is ours: the letters `RVit`.
  static let applicationID: Int32 = 0x5256_6974

  /// The tables as first released.
  ///
  /// Accounts are numbered within the store; all else keeps GitHub's ids. Instants are seconds
  /// since 1970, days are days since then. Authors are never deleted, so nothing looks them up the
  /// other way round and they need no index.
  static let version1 = """
    CREATE TABLE repositories (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      is_private INTEGER NOT NULL,
      is_fork INTEGER NOT NULL,
      is_archived INTEGER NOT NULL,
      has_issues INTEGER NOT NULL,
      default_branch TEXT
    ) STRICT;

    -- Names that led to a repository before its present one; a name leads to one at a time.
    CREATE TABLE former_names (
      name TEXT PRIMARY KEY COLLATE NOCASE,
      repository INTEGER NOT NULL REFERENCES repositories
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE accounts (
      key INTEGER PRIMARY KEY,
      id INTEGER UNIQUE,
      login TEXT NOT NULL,
      kind TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX accounts_by_login ON accounts (login) WHERE id IS NULL;

    CREATE TABLE snapshots (
      repository INTEGER NOT NULL REFERENCES repositories,
      day INTEGER NOT NULL,
      read_at INTEGER NOT NULL,
      stars INTEGER,
      forks INTEGER,
      watchers INTEGER,
      open_issues INTEGER,
      open_pulls INTEGER,
      size INTEGER,
      PRIMARY KEY (repository, day)
    ) STRICT, WITHOUT ROWID;

    -- The present alone; languages and topics are JSON.
    CREATE TABLE profiles (
      repository INTEGER PRIMARY KEY REFERENCES repositories,
      read_at INTEGER NOT NULL,
      languages TEXT,
      licence TEXT,
      topics TEXT,
      discussions INTEGER,
      community_read_at INTEGER,
      community_health INTEGER
    ) STRICT;

    CREATE TABLE star_days (
      repository INTEGER NOT NULL REFERENCES repositories,
      day INTEGER NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0),
      PRIMARY KEY (repository, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE forks (
      repository INTEGER NOT NULL REFERENCES repositories,
      id TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (repository, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE commits (
      repository INTEGER NOT NULL REFERENCES repositories,
      oid TEXT NOT NULL,
      committed_at INTEGER NOT NULL,
      author INTEGER REFERENCES accounts,
      email TEXT NOT NULL,
      PRIMARY KEY (repository, oid)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE items (
      repository INTEGER NOT NULL REFERENCES repositories,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('issue', 'pull')),
      title TEXT NOT NULL,
      author INTEGER REFERENCES accounts,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'merged')),
      closed_at INTEGER,
      merged_at INTEGER,
      is_draft INTEGER NOT NULL,
      is_locked INTEGER NOT NULL,
      is_own INTEGER NOT NULL,
      additions INTEGER,
      deletions INTEGER,
      files INTEGER,
      PRIMARY KEY (repository, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE comments (
      repository INTEGER NOT NULL,
      item INTEGER NOT NULL,
      id INTEGER NOT NULL,
      author INTEGER REFERENCES accounts,
      created_at INTEGER NOT NULL,
      is_own INTEGER NOT NULL,
      PRIMARY KEY (repository, item, id),
      FOREIGN KEY (repository, item) REFERENCES items ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX comments_by_id ON comments (repository, id);

    CREATE TABLE reviews (
      repository INTEGER NOT NULL,
      item INTEGER NOT NULL,
      id INTEGER NOT NULL,
      author INTEGER REFERENCES accounts,
      state TEXT NOT NULL,
      submitted_at INTEGER NOT NULL,
      PRIMARY KEY (repository, item, id),
      FOREIGN KEY (repository, item) REFERENCES items ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX reviews_by_id ON reviews (repository, id);

    CREATE TABLE releases (
      repository INTEGER NOT NULL REFERENCES repositories,
      id INTEGER NOT NULL,
      tag TEXT NOT NULL,
      is_draft INTEGER NOT NULL,
      is_prerelease INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      published_at INTEGER,
      PRIMARY KEY (repository, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE assets (
      repository INTEGER NOT NULL,
      release INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (repository, release, id),
      FOREIGN KEY (repository, release) REFERENCES releases ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE download_readings (
      repository INTEGER NOT NULL REFERENCES repositories,
      day INTEGER NOT NULL,
      PRIMARY KEY (repository, day)
    ) STRICT, WITHOUT ROWID;

    -- Outlives its asset: the downloads of a file that was taken away still count.
    CREATE TABLE download_counts (
      repository INTEGER NOT NULL REFERENCES repositories,
      asset TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (repository, asset, first_day)
    ) STRICT, WITHOUT ROWID;

    -- Whole days only, each the larger of its readings.
    CREATE TABLE traffic_days (
      repository INTEGER NOT NULL REFERENCES repositories,
      day INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('clones', 'views')),
      count INTEGER NOT NULL CHECK (count >= 0),
      uniques INTEGER NOT NULL CHECK (uniques >= 0),
      PRIMARY KEY (repository, day, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tombstones (
      repository INTEGER NOT NULL REFERENCES repositories,
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      noticed_at INTEGER NOT NULL,
      PRIMARY KEY (repository, kind, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE streams (
      repository INTEGER NOT NULL REFERENCES repositories,
      stream TEXT NOT NULL,
      watermark INTEGER,
      horizon TEXT NOT NULL CHECK (horizon IN ('nothing', 'since', 'complete')),
      since INTEGER,
      cursor TEXT,
      total INTEGER,
      attempted_at INTEGER,
      failure TEXT,
      PRIMARY KEY (repository, stream),
      CHECK ((horizon = 'since') = (since IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    -- The repository may be one that is only written to, and was never collected.
    CREATE TABLE deliveries (
      repository INTEGER NOT NULL,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      issue INTEGER NOT NULL,
      url TEXT NOT NULL,
      digest TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      PRIMARY KEY (repository, kind, subject)
    ) STRICT, WITHOUT ROWID;

    -- Whatever was raised, and trouble that may yet become an alert: that has not fired.
    CREATE TABLE alerts (
      repository INTEGER NOT NULL REFERENCES repositories,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      began INTEGER NOT NULL,
      fired INTEGER,
      cleared INTEGER,
      severity INTEGER NOT NULL,
      magnitude REAL NOT NULL,
      issue INTEGER,
      url TEXT,
      title TEXT,
      opened_at INTEGER,
      worsened_at INTEGER,
      closed_at INTEGER,
      is_dismissed INTEGER NOT NULL,
      notes TEXT NOT NULL,
      PRIMARY KEY (repository, kind, subject, began)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE published_scores (
      repository INTEGER NOT NULL REFERENCES repositories,
      day INTEGER NOT NULL,
      score REAL NOT NULL,
      PRIMARY KEY (repository, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cached_responses (
      key TEXT PRIMARY KEY,
      etag TEXT,
      last_modified TEXT,
      link TEXT,
      body BLOB NOT NULL,
      stored_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE runs (
      started INTEGER PRIMARY KEY,
      document TEXT NOT NULL
    ) STRICT;
    """
}
