import Model
import SQLite
import Storage

extension Connection {
  func info(path: String, fileSize: Int) throws -> StoreInfo {
    StoreInfo(
      path: path,
      fileSize: fileSize,
      schemaVersion: try userVersion,
      runs: try first("SELECT count(*) FROM runs") { $0.int(0) } ?? 0,
      repositories: try repositories()
        .map { repository in
          StoreInfo.RepositoryInfo(
            id: repository.id,
            name: repository.name,
            rows: try tableRows(of: repository.id),
            streams: try streams(of: repository.id),
            newestSnapshot: try newestSnapshot(of: repository.id)
          )
        }
    )
  }

  /// Tables with rows of repositories, in the order of a reader's interest.
  private static var perRepository: [StaticString] {
    [
      "items", "comments", "reviews", "commits", "forks", "star_days", "releases", "assets",
      "download_readings", "download_counts", "traffic_days", "snapshots", "profiles", "tombstones",
      "former_names", "deliveries", "alerts", "published_scores",
    ]
  }

  private func tableRows(of repository: RepositoryID) throws -> [StoreInfo.TableRows] {
    try Self.perRepository.map { table in
      let count = try first(
        "SELECT count(*) FROM \(name: table) WHERE repository = \(repository)"
      ) { $0.int(0) }
      return StoreInfo.TableRows(table: table.description, count: count ?? 0)
    }
  }

  private func newestSnapshot(of repository: RepositoryID) throws -> Day? {
    try first(
      "SELECT day FROM snapshots WHERE repository = \(repository) ORDER BY day DESC LIMIT 1"
    ) { $0.day(0) }
  }
}
