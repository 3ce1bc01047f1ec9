import Model
import SQLiteStorage
import Storage

/// `vitals store`: looks after the store without changing it.
struct StoreCommand: Sendable {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// What the store holds.
  func info() async throws -> ExitStatus {
    let (info, documents) = try await session.reading { store in
      (try await store.info(), try await store.runs(newest: RunHistory.length))
    }
    let runs = RunHistory(documents)
    if session.options.isJSON {
      session.print([info.json(runs)])
    } else {
      session.world.output(info.text(runs))
    }
    return .success
  }

  /// Whether the store is sound: its pages, its references, and what must hold between facts.
  func verify() async throws -> ExitStatus {
    let problems = try await session.reading { try await $0.verify() }
    for problem in problems { session.log.say(Diagnostic(.error, problem)) }
    if problems.isEmpty { session.log.information("The store is sound.") }
    if session.options.isJSON {
      session.print([
        [
          "schema": "repo-vitals/verify/1", "path": .string(try session.storePath()),
          "sound": .bool(problems.isEmpty), "problems": .array(problems.map { .string($0) }),
        ]
      ])
    }
    return problems.isEmpty ? .success : .damagedStore
  }

  /// The facts as text, for comparing two stores.
  func dump() async throws -> ExitStatus {
    let dump = try await session.reading { try await $0.dump() }
    if session.options.isJSON {
      session.print([dump.json(of: try session.storePath())])
    } else {
      session.world.output(dump.text)
    }
    return .success
  }
}

extension FactDump {
  /// The document `repo-vitals/dump/1`; every cell is a text, or null.
  fileprivate func json(of path: String) -> JSONValue {
    [
      "schema": "repo-vitals/dump/1", "path": .string(path),
      "tables": .array(
        tables.map { table in
          let rows = table.rows.map { row in JSONValue.array(row.map { JSONValue($0) }) }
          return ["name": .string(table.name), "rows": .array(rows)]
        }
      ),
    ]
  }
}
