package import Model

/// One thing to say on standard error, which can be written in each of the forms.
package struct LogLine: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Said only when asked to say more.
    case detail(String)
    case information(String)
    case diagnostic(Diagnostic)
    /// What follows, until the end, belongs together.
    case groupStart(String)
    case groupEnd
  }

  package var content: Content
  package var time: Timestamp

  package init(_ content: Content, at time: Timestamp) {
    self.content = content
    self.time = time
  }

  /// The line without its break; nil when this form has nothing to say.
  package func formatted(as format: LogFormat) -> String? {
    switch format {
    case .text: text
    case .json: JSONWriter.text(json)
    case .actions: workflowCommand
    }
  }

  private var text: String? {
    switch content {
    case .detail(let text), .information(let text), .groupStart(let text): text.neutralLogLine
    case .diagnostic(let diagnostic): diagnostic.description.neutralLogLine
    case .groupEnd: nil
    }
  }

  private var workflowCommand: String {
    switch content {
    case .information(let text): return text.neutralLogLine
    case .detail(let text): return WorkflowCommand("debug", text).text
    case .groupStart(let title): return WorkflowCommand("group", title).text
    case .groupEnd: return WorkflowCommand("endgroup", "").text
    case .diagnostic(let diagnostic):
      let name = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      let properties: [(String, String?)] = [
        ("file", diagnostic.file),
        ("line", diagnostic.line.map(String.init)),
        ("col", diagnostic.column.map(String.init)),
      ]
      return WorkflowCommand(name, properties: properties, diagnostic.message).text
    }
  }

  private var json: JSONValue {
    var members: [JSONValue.Member] = [.init("time", .string(time.description))]
    let add = { (level: String, message: String) in
      members += [.init("level", .string(level)), .init("message", .string(message))]
    }
    switch content {
    case .detail(let text): add("debug", text)
    case .information(let text): add("info", text)
    case .groupStart(let title): add("group", title)
    case .groupEnd: add("endgroup", "")
    case .diagnostic(let diagnostic):
      add(diagnostic.severity.rawValue, diagnostic.message)
      if let file = diagnostic.file { members.append(.init("file", .string(file))) }
      if let line = diagnostic.line { members.append(.init("line", .int(line))) }
      if let column = diagnostic.column { members.append(.init("column", .int(column))) }
    }
    return .object(members)
  }
}

extension String {
  /// The text as one line that no runner takes for a command and no terminal obeys.
  ///
  /// A runner reads a command where a line, without its leading white space, begins with `::`, and
  /// at `##[` anywhere: https://github.com/actions/runner, `ActionCommand.cs`. Scalars are looked at,
  /// because a combining mark would hide a colon inside a `Character`.
  package var neutralLogLine: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    if scalars[start...].starts(with: "::".unicodeScalars) {
      scalars.insert(" ", at: scalars.index(after: start))
    }
    var output = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "[", output.reversed().starts(with: "##".unicodeScalars) { output.append(" ") }
      output.append(scalar)
    }
    return String(output)
  }
}
