/// A program of the user's that gives a daily metric.
package struct Plugin: Hashable, Sendable {
  package enum Interval: String, CaseIterable, Hashable, Sendable {
    case day
    case week
    case run
  }

  package var name = ""
  /// A path with arguments, not a shell's command line.
  package var command = ""
  package var interval = Interval.day

  package init() {}
}
