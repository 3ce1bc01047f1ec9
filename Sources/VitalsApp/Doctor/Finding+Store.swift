import GitHub
import Model
import Reporting
import Settings
import Storage

/// What is found about the store and its copies.
extension Finding {
  /// What is found of the store itself.
  ///
  /// - Parameters:
  ///   - condition: What a look at the file has shown.
  ///   - info: What it holds; nil where it could not be opened.
  ///   - problems: What is wrong with it.
  ///   - path: Where it should be.
  /// - Returns: The finding; one that is sound says how much it holds.
  static func store(
    _ condition: StoreCondition,
    _ info: StoreInfo?,
    problems: [String],
    at path: String
  ) -> Finding {
    switch condition {
    case .absent:
      return Finding(
        .store,
        .note,
        "there is none at \(path)",
        remedy: "the next run makes one; in a workflow the cache or the branch brings it"
      )
    case .damaged(let reason):
      return Finding(
        .store,
        .problem,
        "\(path) is damaged: \(reason)",
        remedy: "move it away, then `vitals store restore`"
      )
    case .usable: break
    }
    guard let info, problems.isEmpty else {
      return Finding(
        .store,
        .problem,
        "\(path): \(problems.first ?? "it cannot be opened")",
        remedy: "move it away, then `vitals store restore`"
      )
    }
    let counts = [
      CountText.plain(info.repositories.count, "repository", "repositories"),
      CountText.plain(info.runs, "run"), CountText.plain(info.fileSize, "byte"),
    ]
    return Finding(
      .store,
      .ok,
      "\(path) is sound: \(counts.joined(separator: ", "))"
    )
  }

  /// Entries of the Actions cache; nil where the token may not list them.
  static func cache(_ entries: [CacheEntry]?) -> Finding {
    guard let entries else {
      return Finding(
        .cache,
        .note,
        "the token may not list the caches",
        remedy: TokenKind.workflow.remedy(for: .actionsWrite)
      )
    }
    guard let newest = entries.map(\.createdAt).max() else {
      return Finding(
        .cache,
        .note,
        "the Actions cache holds no store",
        remedy: "the next run of the workflow saves one; outside of workflows none is needed"
      )
    }
    return Finding(.cache, .ok, "\(entries.count) in the Actions cache, the newest of \(newest)")
  }

  /// The branch of the second copy.
  enum BranchState: Hashable, Sendable {
    /// The settings keep none.
    case off
    /// Runs of a workflow keep it, runs from here do not.
    case elsewhere
    /// The next run from here makes it.
    case absent
    case foreign
    case written(Timestamp)
    case unusable(String)
  }

  static func branch(_ state: BranchState, _ name: String, at now: Timestamp) -> Finding {
    switch state {
    case .off:
      return Finding(
        .branch,
        .note,
        "the settings keep no second copy of the store",
        remedy: "`storage.backup.to: branch`, which is the default, keeps one in a workflow"
      )
    case .elsewhere:
      return Finding(
        .branch,
        .note,
        "\(name) does not exist: the runs of a workflow keep the second copy there, runs from here "
          + "keep none by default",
        remedy: "`vitals store backup FILE` makes a copy; `storage.backup.to: branch` with "
          + "GITHUB_REPOSITORY keeps one from here, too"
      )
    case .absent:
      return Finding(
        .branch,
        .note,
        "\(name) does not exist yet",
        remedy: "the next run of the workflow makes it, with `contents: write`"
      )
    case .foreign:
      return Finding(
        .branch,
        .warning,
        "\(name) is not the program's and is never written over, so there is no second copy",
        remedy: "name another in `storage.backup.branch`"
      )
    case .unusable(let reason):
      return Finding(
        .branch,
        .warning,
        "the copy on \(name) cannot be used: \(reason)",
        remedy: "`vitals store backup` writes it anew"
      )
    case .written(let instant):
      let days = now.day.number - instant.day.number
      let text = "\(name) holds a copy of \(instant)"
      return days > 7
        ? Finding(.branch, .note, "\(text), \(days) days old", remedy: "`vitals store backup`")
        : Finding(.branch, .ok, text)
    }
  }

  static func runs(_ runs: MissedRuns, schedule: Cron) -> Finding {
    guard runs.expected > 0 else {
      return Finding(.runs, .note, "too few are stored to compare them with the schedule")
    }
    guard let last = runs.missed.last else {
      return Finding(.runs, .ok, "all \(runs.expected) of the last 14 days took place")
    }
    return Finding(
      .runs,
      .warning,
      "\(runs.missed.count) of \(runs.expected) of the last 14 days did not take place, the last one "
        + "due at \(last)",
      remedy:
        "look at the workflow's runs; GitHub ends schedules after 60 days without activity and "
        + "drops some at full hours; `collection.schedule` is \(schedule.text)"
    )
  }
}
