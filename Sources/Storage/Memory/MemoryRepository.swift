import Model

/// What a ``MemoryStore`` keeps of one repository.
struct MemoryRepository: Sendable {
  /// An item with its children by id; all authors by key.
  struct KeptItem: Sendable {
    var item: Item
    var author: Int?
    var comments: [Int: Authored<Comment>] = [:]
    var reviews: [Int: Authored<Review>] = [:]
  }

  /// A row beside the key of its author.
  struct Authored<Row: Sendable>: Sendable {
    var row: Row
    var author: Int?
  }

  /// Deliveries are told apart by both.
  struct DeliveryKey: Hashable, Comparable, Sendable {
    var kind: ExactText
    var subject: ExactText

    init(_ delivery: Delivery) {
      (kind, subject) = (ExactText(delivery.kind), ExactText(delivery.subject))
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.kind, left.subject) < (right.kind, right.subject)
    }
  }

  /// Alerts are told apart by all three.
  struct AlertKey: Hashable, Comparable, Sendable {
    var kind: ExactText
    var subject: ExactText
    var began: Day

    static func < (left: Self, right: Self) -> Bool {
      (left.kind, left.subject, left.began) < (right.kind, right.subject, right.began)
    }
  }

  /// Days of traffic are told apart by both.
  struct TrafficKey: Hashable, Sendable {
    var day: Day
    var kind: TrafficDay.Kind
  }

  /// A tombstone's row.
  struct RowKey: Hashable, Comparable, Sendable {
    var kind: Removal.Row.Kind
    var key: ExactText

    init(_ row: Removal.Row) {
      kind = row.kind
      key = ExactText(row.key)
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.kind.rawValue, left.key) < (right.kind.rawValue, right.key)
    }
  }

  var record: Repository
  var snapshots: [Day: Snapshot] = [:]
  var profile: Profile?
  var stars: [Day: Int] = [:]
  var commits: [ExactText: Authored<Commit>] = [:]
  var forks: [ExactText: Fork] = [:]
  var items: [Int: KeptItem] = [:]
  var releases: [Int: Release] = [:]
  /// The days that were read, and the counts of each asset in the order of their days.
  var downloadReadings: Set<Day> = []
  var downloads: [ExactText: [DownloadCount]] = [:]
  var traffic: [TrafficKey: TrafficDay] = [:]
  var tombstones: [RowKey: Removal] = [:]
  var streams: [Stream: StreamState] = [:]
  var alerts: [AlertKey: AlertRecord] = [:]
  var publishedScores: [Day: Double] = [:]

  init(record: Repository) {
    self.record = record
  }
}
