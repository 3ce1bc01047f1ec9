import Model
import Reporting
import Storage

extension StoreInfo {
  /// The document `repo-vitals/store/1`.
  func json(_ history: RunHistory) -> JSONValue {
    [
      "schema": "repo-vitals/store/1",
      "path": .string(path),
      "bytes": .int(fileSize),
      "version": .int(schemaVersion),
      "runs": .int(runs),
      "recent_runs": history.json,
      "repositories": .array(repositories.map(\.json)),
    ]
  }

  /// Tables and streams by repository, for a person.
  func text(_ history: RunHistory) -> String {
    let head =
      "\(path): \(CountText.plain(fileSize, "byte")), schema version \(schemaVersion), "
      + "\(CountText.plain(runs, "run"))\n"
    return head + history.text
      + repositories.map { repository in
        let tables = TextTable(
          repository.rows.map { ["  " + $0.table, String($0.count)] },
          numbers: [1]
        )
        return "\n\(repository.name) (\(repository.id))\n" + tables.text
          + TextTable(repository.streamRows).text
      }
      .joined()
  }
}

extension StoreInfo.RepositoryInfo {
  fileprivate var json: JSONValue {
    [
      "id": .int(id.rawValue),
      "name": .string(name.description),
      "rows": .object(rows.map { .init($0.table, .int($0.count)) }),
      "streams": .array(sortedStreams.map { Self.json($0.key, $0.value) }),
      "newest_snapshot": JSONValue(newestSnapshot),
    ]
  }

  private static func json(_ stream: Stream, _ state: StreamState) -> JSONValue {
    [
      "name": .string(stream.rawValue),
      "complete": .bool(state.horizon == .complete),
      "horizon": JSONValue(state.horizon.instant),
      "watermark": JSONValue(state.watermark),
      "total": JSONValue(state.total),
      "attempted": JSONValue(state.lastAttempt?.at),
      "failure": JSONValue(state.lastAttempt?.failure),
    ]
  }

  fileprivate var streamRows: [[String]] {
    sortedStreams.map { stream, state in
      let reach =
        switch state.horizon {
        case .nothing: "nothing read yet"
        case .since(let instant): "known since \(instant)"
        case .complete: "complete"
        }
      return ["  \(stream.rawValue)", reach, state.lastAttempt?.failure ?? ""]
    }
  }

  private var sortedStreams: [(key: Stream, value: StreamState)] {
    streams.sorted { $0.key < $1.key }
  }
}
