/// How many rows a request asks for; halved when GitHub finds an answer too large.
struct PageSizes: Hashable, Sendable {
  /// The largest page GitHub gives.
  static let largest = 100
  /// GitHub cuts an answer short above some ten thousand nodes; this leaves room.
  static let nodeLimit = 9_500

  private var halvings = 0

  /// A full page, of a backfill.
  var full: Int { shrunk(Self.largest) }
  /// Comments, and reviews, inside each item of a full page.
  var insideFull: Int { shrunk(20) }
  /// The newest items, of a daily run.
  var recent: Int { shrunk(20) }
  /// Comments, and reviews, inside each recent item.
  var insideRecent: Int { shrunk(100) }
  var recentCommits: Int { shrunk(50) }
  var recentForks: Int { shrunk(20) }
  var ownIssues: Int { shrunk(10) }

  /// True when a smaller page can still be asked for.
  var canShrink: Bool { halvings < 6 }

  mutating func shrink() { halvings += 1 }

  /// Takes back one halving, after a page went well.
  mutating func grow() { halvings = max(0, halvings - 1) }

  private func shrunk(_ size: Int) -> Int { max(1, size >> halvings) }
}
