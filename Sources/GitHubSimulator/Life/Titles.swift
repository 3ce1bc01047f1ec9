/// Titles as people write them, a few of which are hard on whoever prints them.
enum Titles {
  static func issue(_ number: Int, _ random: inout SplitMix64) -> String {
    if number % 19 == 7 { return hard[number / 19 % hard.count] }
    let part = random.pick(parts)
    return switch random.below(4) {
    case 0: "\(part): \(random.pick(problems))"
    case 1: "\(random.pick(problems).capitalizedFirst) (\(part))"
    case 2: "How do I \(random.pick(wishes)) with the \(part)?"
    default: "Let the \(part) \(random.pick(wishes))"
    }
  }

  static func pull(_ number: Int, _ random: inout SplitMix64) -> String {
    if number % 19 == 7 { return hard[number / 19 % hard.count] }
    let part = random.pick(parts)
    return switch random.below(4) {
    case 0: "Fix \(random.pick(problems)) in the \(part)"
    case 1: "\(part): \(random.pick(wishes))"
    case 2: "Test the \(part): \(random.pick(problems))"
    default: "\(random.pick(wishes).capitalizedFirst) in the \(part)"
    }
  }

  static func update(_ random: inout SplitMix64) -> String {
    let (major, minor) = (1 + random.below(4), random.below(20))
    let package = random.pick(["actions/checkout", "sqlite", "zlib", "actions/cache", "yaml"])
    return "Bump \(package) from \(major).\(minor) to \(major).\(minor + 1)"
  }

  private static let parts = [
    "parser", "cache", "scheduler", "exporter", "command line", "index", "query planner",
    "watcher", "HTTP client", "log writer", "manual", "tide table",
  ]

  private static let problems = [
    "crash on empty input", "wrong order after a restart", "memory growth with many open files",
    "time-out behind a proxy", "lost line endings on Windows", "off-by-one at midnight UTC",
    "misleading error for a missing key", "slow start with a cold disk", "doubled log lines",
    "refused symbolic links", "flaky test under load", "broken link in the introduction",
    "rounding of negative amounts", "race between close and flush", "ignored `--quiet`",
  ]

  private static let wishes = [
    "read several files at once", "resume after an interruption", "write JSON lines",
    "use less memory", "show progress", "skip what did not change", "accept a time zone",
    "follow redirects", "limit the rate of requests", "sort by name", "support leap seconds",
    "compress its output", "explain its decisions", "run without a network",
  ]

  /// Unicode, markup and names of people, as they occur in the field.
  private static let hard = [
    "Ünïcödé in file names breaks `export`", "ドキュメントの日本語訳を追加", "🚀 Start twice as fast",
    "Support `a|b` patterns | also in filters", "Thanks @octocat: fix #12 properly",
    "Right-to-left text שלום is cut off", "<script>alert(1)</script> is not escaped in reports",
    "Family emoji 👩‍👩‍👧‍👦 counts as seven columns", "**Bold** and [links](https://example.org) in names",
    "C:\\paths\\with | pipes and `ticks", "<!-- comments --> vanish from the preview",
    "e\u{301} and é are different keys", "Accept 100 % & more", "Trailing `~` and *stars* matter",
  ]
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
