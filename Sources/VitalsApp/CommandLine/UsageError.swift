/// Why a command line cannot be understood; the program ends with ``ExitStatus/usage``.
package struct UsageError: Error, Hashable, CustomStringConvertible {
  /// One sentence: what is wrong, and what to do.
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
