/// The form of what the program says on standard error.
package enum LogFormat: String, CaseIterable, Hashable, Sendable {
  /// For a person at a terminal.
  case text
  /// One JSON object a line.
  case json
  /// Workflow commands, which GitHub Actions shows as annotations.
  case actions
}
