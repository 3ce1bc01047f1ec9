import Model
import SQLite
import Storage

extension FactWriter {
  /// Writes a release with the files it lists.
  func write(_ release: Release, to connection: borrowing Connection) throws {
    // Not REPLACE, which would delete the row first and what is below it with it.
    try connection.run(
      """
      INSERT INTO releases VALUES (\(repository), \(release.id), \(release.tag),
        \(release.isDraft), \(release.isPrerelease), \(release.createdAt), \(release.publishedAt))
      ON CONFLICT (repository, id) DO UPDATE SET tag = excluded.tag,
        is_draft = excluded.is_draft, is_prerelease = excluded.is_prerelease,
        created_at = excluded.created_at, published_at = excluded.published_at
      """
    )
    try unbury(.release(id: release.id), in: connection)
    if release.assets.isWhole {
      try connection.run(
        "DELETE FROM assets WHERE repository = \(repository) AND release = \(release.id)"
      )
    }
    for asset in release.assets.elements {
      try connection.run(
        """
        INSERT OR REPLACE INTO assets
        VALUES (\(repository), \(release.id), \(asset.id), \(asset.name))
        """
      )
    }
  }

  /// Writes what the files had been downloaded when they were read for a day.
  ///
  /// Readings go forward in time: one for a day before the newest that is kept is left out.
  func writeDownloads(
    of releases: [Release],
    on day: Day,
    to connection: borrowing Connection
  ) throws {
    let isLate = try connection.hasRow(
      "SELECT 1 FROM download_readings WHERE repository = \(repository) AND day > \(day)"
    )
    if isLate { return }
    try connection.run("INSERT OR IGNORE INTO download_readings VALUES (\(repository), \(day))")
    for asset in releases.flatMap(\.assets.elements) {
      let latest = try latestCount(of: asset.id, in: connection)
      guard let count = DownloadCount.reading(asset, on: day, after: latest) else { continue }
      try connection.run(
        """
        INSERT OR REPLACE INTO download_counts
        VALUES (\(repository), \(count.asset), \(count.first), \(count.last), \(count.count))
        """
      )
    }
  }

  private func latestCount(
    of asset: String,
    in connection: borrowing Connection
  ) throws -> DownloadCount? {
    try connection.first(
      """
      SELECT first_day, last_day, count FROM download_counts
      WHERE repository = \(repository) AND asset = \(asset)
      ORDER BY first_day DESC LIMIT 1
      """
    ) {
      DownloadCount(asset: asset, first: $0.day(0), last: $0.day(1), count: $0.int(2))
    }
  }
}
