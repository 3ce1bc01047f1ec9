/// How far a piece of work is, as one line for a terminal.
package struct ProgressBar: Hashable, Sendable {
  /// What is being done.
  package var label: String
  package var done: Int
  /// Nil when nobody knows how much there is.
  package var total: Int?
  package var elapsed: Duration

  package init(_ label: String, done: Int, total: Int?, elapsed: Duration) {
    self.label = label
    self.done = done
    self.total = total
    self.elapsed = elapsed
  }

  private static let width = 20

  /// As in `collect [##########          ]  50 % 5/10, about 12 s left`.
  package var text: String {
    let label = label.neutralLogLine
    guard let total, total > 0 else { return "\(label) \(done), \(Self.words(elapsed))" }
    // The work may turn out to be more than was thought.
    let part = min(1, Double(max(0, done)) / Double(total))
    let filled = Int(part * Double(Self.width))
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: " ", count: Self.width - filled)
    let percent = String(Int(part * 100))
    let margin = String(repeating: " ", count: 3 - percent.count)
    return "\(label) [\(bar)] \(margin)\(percent) % \(done)/\(total)\(estimate(part))"
  }

  /// What is left takes as long, piece by piece, as what is done; nothing is said in the first
  /// second, in which nothing is known of the pace.
  private func estimate(_ part: Double) -> String {
    guard part < 1 else { return ", \(Self.words(elapsed))" }
    guard part > 0, elapsed >= .seconds(1) else { return "" }
    return ", about \(Self.words(elapsed * ((1 - part) / part))) left"
  }

  private static func words(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min" }
    return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
  }
}
