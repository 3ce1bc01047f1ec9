import Model

/// One thing that `vitals doctor` looked at, and what it found.
struct Finding: Hashable, Sendable {
  /// What was looked at, in the order in which it is told.
  enum Topic: String, CaseIterable, Hashable, Sendable {
    case version
    case configuration
    case token
    case repository
    case permissions
    case traffic
    case limit
    case store
    case cache
    case branch
    case clock
    case runs
  }

  enum Level: String, Hashable, Sendable {
    case ok
    /// Something can be had that is not.
    case note
    /// Something is missing or wrong, and the rest works.
    case warning
    /// A run cannot do its work.
    case problem
  }

  var topic: Topic
  var level: Level
  /// One sentence, without its period.
  var text: String
  /// What to do; nil where there is nothing.
  var remedy: String?

  init(_ topic: Topic, _ level: Level, _ text: String, remedy: String? = nil) {
    self.topic = topic
    self.level = level
    self.text = text
    self.remedy = remedy
  }
}

extension Finding {
  /// An entry of `findings` in the document `repo-vitals/doctor/1`.
  var json: JSONValue {
    [
      "topic": .string(topic.rawValue), "level": .string(level.rawValue), "text": .string(text),
      "remedy": JSONValue(remedy),
    ]
  }
}

extension [Finding] {
  /// The document `repo-vitals/doctor/1`.
  var json: JSONValue {
    [
      "schema": "repo-vitals/doctor/1", "version": .string(Version.current),
      "findings": .array(map(\.json)),
    ]
  }

  /// A line each, and a second one for what to do.
  var text: String {
    TextTable(
      flatMap { finding -> [[String]] in
        let line = [finding.level.rawValue, finding.topic.rawValue, finding.text]
        return [line] + (finding.remedy.map { [["", "", "→ \($0)"]] } ?? [])
      }
    )
    .text
  }

  /// What the process ends with: the status with which a run would.
  var status: ExitStatus {
    let problems = filter { $0.level == .problem }
    let statuses: [(topic: Finding.Topic, status: ExitStatus)] = [
      (.configuration, .usage), (.token, .credentials), (.store, .damagedStore),
    ]
    for (topic, status) in statuses where problems.contains(where: { $0.topic == topic }) {
      return status
    }
    return problems.isEmpty ? .success : .partial
  }
}
