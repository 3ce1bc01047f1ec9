import Model
import Reporting

/// How the newest runs of a store went.
struct RunHistory: Sendable {
  /// Runs that are looked at.
  static let length = 30

  /// Newest first.
  private let runs: [PastRun]

  /// Takes records as the store gives them, newest first.
  init(_ documents: [String]) {
    runs = documents.compactMap(PastRun.init)
  }

  /// Null without any run.
  var json: JSONValue {
    guard let last = runs.first else { return .null }
    return [
      "runs": .int(runs.count),
      "complete": .int(count(of: "complete")),
      "partial": .int(count(of: "partial")),
      "failed": .int(count(of: "failed")),
      "requests": .int(requests),
      "failed_requests": .int(failures),
      "errors": .array(errors.map { ["class": .string($0.name), "count": .int($0.count)] }),
      "last": [
        "started": JSONValue(last.started),
        "outcome": .string(last.outcome),
        "limits": .array((last.limits ?? []).map(Self.json)),
      ],
    ]
  }

  /// A few lines for a person; empty without any run.
  var text: String {
    guard let last = runs.first else { return "" }
    let limits = (last.limits ?? [])
      .map { "\($0.resource) \($0.remaining) of \($0.limit) left until \($0.resetAt)" }
    var lines = [
      "last run \(last.started): \(([last.outcome] + limits).joined(separator: ", "))",
      "last \(CountText.plain(runs.count, "run")): \(count(of: "complete")) complete, \(count(of: "partial")) partial, "
        + "\(count(of: "failed")) failed; \(requests - failures) of "
        + "\(CountText.plain(requests, "request")) answered well",
    ]
    if !errors.isEmpty {
      lines.append("errors: " + errors.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var requests: Int { runs.reduce(0) { $0 + $1.requests.rest + $1.requests.graphql } }
  private var failures: Int { runs.reduce(0) { $0 + ($1.requests.failed ?? 0) } }

  private func count(of outcome: String) -> Int { runs.count { $0.outcome == outcome } }

  /// Failures by class, by name.
  private var errors: [(name: String, count: Int)] {
    let all = runs.flatMap(\.errors)
    return Set(all.map(\.class)).sorted()
      .map { name in (name, all.reduce(0) { $0 + ($1.class == name ? $1.count : 0) }) }
  }

  private static func json(_ limit: PastRun.Limit) -> JSONValue {
    [
      "resource": .string(limit.resource),
      "limit": .int(limit.limit),
      "remaining": .int(limit.remaining),
      "reset_at": .string(limit.resetAt),
    ]
  }
}
