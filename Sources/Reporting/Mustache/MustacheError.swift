package import Model

/// Why a template cannot be used, with the place in its file.
package struct MustacheError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence.
  package var message: String
  package var location: MustacheLocation

  package init(_ message: String, at location: MustacheLocation) {
    self.message = message
    self.location = location
  }

  /// `file:line:column: message`.
  package var description: String { "\(location): \(message)" }

  package var diagnostic: Diagnostic {
    Diagnostic(
      .error,
      message,
      file: location.file,
      line: location.line,
      column: location.column
    )
  }
}

/// A place in a template, counted from 1, columns in bytes.
package struct MustacheLocation: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { "\(file):\(line):\(column)" }
}
