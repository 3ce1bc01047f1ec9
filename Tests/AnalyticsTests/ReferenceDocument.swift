import Foundation
import Model

@testable import Analytics

/// A history of the fixture with what the reference makes of it.
struct ReferenceDocument: Sendable {
  let analysis: Analysis
  nonisolated(unsafe) let scores: [(Day, [String: Any])]  // Plain values that nobody changes.
  let metrics: [(Day, [Metric])]
  let series: [Series]

  struct Metric: Sendable {
    let name: String
    let value: Double?
    let status: String
    let since: String?
  }

  struct Series: Sendable {
    let id: SeriesID
    let from: Day
    let to: Day
    let values: [Double?]
  }

  static var all: [ReferenceDocument] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/histories.json")
    guard
      let data = try? Data(contentsOf: file),
      let documents = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    return documents.compactMap(ReferenceDocument.init)
  }

  private init?(_ document: [String: Any]) {
    guard
      let facts = document["history"] as? [String: Any],
      let rules = facts["rules"] as? [String: [String]],
      let history = History(facts),
      let dates = document["dates"] as? [[String: Any]],
      let series = document["series"] as? [[String: Any]]
    else { return nil }
    analysis = Analysis(
      history,
      rules: PeopleRules(bots: rules["bots"] ?? [], ignored: rules["ignored"] ?? [])
    )
    scores = dates.compactMap { date in
      guard let score = date["score"] as? [String: Any], let day = Day(date["date"]) else {
        return nil
      }
      return (day, score)
    }
    metrics = dates.compactMap { date in
      guard let rows = date["metrics"] as? [[Any]], let day = Day(date["date"]) else { return nil }
      return (day, rows.map(Metric.init))
    }
    self.series = series.compactMap(Series.init)
  }
}

extension ReferenceDocument.Metric {
  fileprivate init(_ row: [Any]) {
    name = row[0] as? String ?? ""
    value = row[1] as? Double
    status = row[2] as? String ?? ""
    since = row[3] as? String
  }
}

extension ReferenceDocument.Series {
  fileprivate init?(_ row: [String: Any]) {
    guard
      let id = (row["metric"] as? String).flatMap(SeriesID.init),
      let from = Day(row["start"]), let to = Day(row["end"]), let values = row["values"] as? [Any]
    else { return nil }
    (self.id, self.from, self.to) = (id, from, to)
    self.values = values.map { $0 as? Double }
  }
}

extension Day {
  fileprivate init?(_ text: Any?) {
    self.init(text as? String ?? "")
  }
}

extension Timestamp {
  fileprivate init?(_ seconds: Any?) {
    guard let seconds = seconds as? Int else { return nil }
    self.init(seconds: seconds)
  }
}

extension History {
  /// Reads a history of the fixture; `generate.py` says what its rows hold.
  fileprivate init?(_ facts: [String: Any]) {
    func rows(_ key: String) -> [[Any]] { facts[key] as? [[Any]] ?? [] }
    func times(_ key: String) -> [Timestamp] {
      (facts[key] as? [Any] ?? []).compactMap(Timestamp.init)
    }
    guard let created = Timestamp(facts["createdAt"]) else { return nil }
    var streams: [Model.Stream: StreamState] = [:]
    for (name, reach) in facts["streams"] as? [String: Any] ?? [:] {
      guard let stream = Stream(rawValue: name) else { return nil }
      let since = Timestamp(reach).map(Horizon.since)
      let horizon = since ?? (reach as? String == "complete" ? .complete : .nothing)
      streams[stream] = StreamState(horizon: horizon)
    }
    self.init(
      repository: .sample(
        createdAt: created,
        isArchived: facts["isArchived"] as? Bool ?? false,
        hasIssues: facts["hasIssues"] as? Bool ?? true
      ),
      accounts: rows("accounts")
        .map {
          Account(
            id: $0[0] as? Int,
            login: $0[1] as? String ?? "",
            kind: Account.Kind(rawValue: $0[2] as? String ?? "") ?? .user
          )
        },
      items: rows("items").compactMap(HistoryItem.init),
      comments: rows("comments")
        .compactMap { row in
          Timestamp(row[2])
            .map {
              HistoryComment(item: row[0] as? Int ?? -1, author: row[1] as? Int, at: $0)
            }
        },
      reviews: rows("reviews")
        .compactMap { row in
          Timestamp(row[2])
            .map {
              HistoryReview(item: row[0] as? Int ?? -1, author: row[1] as? Int, at: $0)
            }
        },
      commits: rows("commits")
        .compactMap { row in
          Timestamp(row[2])
            .map {
              HistoryCommit(author: row[0] as? Int, email: row[1] as? String ?? "", at: $0)
            }
        },
      forks: times("forks"),
      releases: times("releases"),
      stars: rows("stars")
        .compactMap { row in
          Day(row[0]).map { StarDay(day: $0, count: row[1] as? Int ?? -1) }
        },
      snapshots: rows("snapshots")
        .compactMap { row in
          Day(row[0])
            .map {
              Snapshot(
                day: $0,
                readAt: $0.end,
                stars: row[1] as? Int,
                forks: row[2] as? Int,
                watchers: row[3] as? Int
              )
            }
        },
      downloads: rows("downloads")
        .compactMap { row in
          Day(row[0])
            .map {
              DownloadDay(day: $0, total: row[1] as? Int ?? -1, gain: row[2] as? Int)
            }
        },
      streams: streams
    )
  }
}

extension HistoryItem {
  fileprivate init?(_ row: [Any]) {
    guard
      let number = row[0] as? Int, let kind = (row[1] as? String).flatMap(Item.Kind.init),
      let created = Timestamp(row[3])
    else { return nil }
    self.init(
      number: number,
      kind: kind,
      author: row[2] as? Int,
      createdAt: created,
      closedAt: Timestamp(row[4]),
      mergedAt: Timestamp(row[5]),
      isDraft: row[6] as? Bool ?? false
    )
  }
}
