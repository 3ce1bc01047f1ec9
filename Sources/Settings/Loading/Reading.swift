import Model
import YAML

/// What one reading of settings has come upon so far.
struct Reading {
  /// What is being read.
  enum Source {
    case file(path: String, environment: [String: String])
    /// A variable or an option, whose name begins every message.
    case named(String)
  }

  /// A text that a schema asked for.
  struct Text {
    var value: String
    /// Before variables were put in: the only form that a message may quote.
    var asWritten: String
  }

  let source: Source
  private(set) var diagnostics: [Diagnostic] = []
  /// The variables that the value being read has named.
  var variables: [String] = []

  init(_ source: Source) {
    self.source = source
  }

  mutating func report(
    _ message: String,
    at mark: YAMLMark,
    as severity: Diagnostic.Severity = .error
  ) {
    switch source {
    case .file(let path, _):
      let place = (mark.line, mark.column)
      diagnostics.append(
        Diagnostic(severity, message, file: path, line: place.0, column: place.1)
      )
    case .named(let name):
      diagnostics.append(Diagnostic(severity, "\(name): \(message)"))
    }
  }

  /// Reports what a value must be, and that it is not.
  mutating func expect(_ phrase: String, for place: Place, found: String, at mark: YAMLMark) {
    let alternative = place.alternative.map { ", or \($0)" } ?? ""
    report("\(place) must be \(phrase)\(alternative), not \(found)", at: mark)
  }

  /// The text of a scalar with its variables put in.
  ///
  /// Nil when there is none, because a variable is not set or because it is no text; the latter is
  /// reported.
  mutating func text(of node: YAMLNode, for place: Place, expecting phrase: String) -> Text? {
    guard case .scalar(let scalar) = node.content else {
      expect(phrase, for: place, found: node.kindName, at: node.mark)
      return nil
    }
    if let tag = node.tag, !tag.hasPrefix("tag:yaml.org,2002:") {
      report("\(place) has the tag \(tag), which means nothing here; remove it", at: node.mark)
      return nil
    }
    guard case .file(_, let environment) = source else {
      return Text(value: scalar.text, asWritten: scalar.text)
    }
    switch Expansion(environment: environment).expand(scalar.text) {
    case .unset: return nil
    case .malformed(let clause):
      report("in \(place) \(clause)", at: node.mark)
      return nil
    case .text(let value, let names):
      variables += names
      guard !value.hasPrefix("encrypted:v1:") else {
        report(
          "\(place) is encrypted, which this version cannot read; "
            + "give it through a variable, as in ${NAME}",
          at: node.mark
        )
        return nil
      }
      return Text(value: value, asWritten: scalar.text)
    }
  }
}

/// The key that a value belongs to, as a message names it.
struct Place: CustomStringConvertible {
  /// As in `alerts.max_new_per_run`.
  var path: String
  var isEntry = false
  /// A word that would do as well.
  var alternative: String?

  var entry: Place { Place(path: path, isEntry: true) }

  var description: String { isEntry ? "an entry of `\(path)`" : "`\(path)`" }
}

extension YAMLNode {
  /// What the value is, with its article.
  var kindName: String {
    switch content {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }
}
