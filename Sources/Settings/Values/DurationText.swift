/// The writing of a length of time: a whole number and `ms`, `s`, `m`, `h` or `d`.
enum DurationText {
  /// Longest unit last.
  private static let units: [(suffix: String, milliseconds: Int)] = [
    ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]

  /// Nil for other forms and for anything longer than a year.
  static func parse(_ text: String) -> Duration? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let suffix = text.dropFirst(digits.count)
    guard
      digits.count <= 8, let count = Int(digits),
      let unit = units.first(where: { $0.suffix == suffix }),
      count <= 366 * 86_400_000 / unit.milliseconds
    else { return nil }
    return .milliseconds(count * unit.milliseconds)
  }

  /// In the longest unit that leaves no rest.
  static func format(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    let unit = units.last { milliseconds.isMultiple(of: $0.milliseconds) && milliseconds > 0 }
    guard let unit else { return "\(milliseconds)ms" }
    return "\(milliseconds / unit.milliseconds)\(unit.suffix)"
  }
}
