/// Why a Markdown document could not be read.
package enum CommonMarkError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Blocks or marks are nested deeper than the limit.
  case tooDeep(limit: Int, line: Int)
  case outOfMemory

  package var description: String {
    switch self {
    case .tooDeep(let limit, let line):
      "The Markdown is nested deeper than \(limit) levels in line \(line); flatten it."
    case .outOfMemory: "There is not enough memory to read the Markdown; free some and try again."
    }
  }
}
