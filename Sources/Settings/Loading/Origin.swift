/// Where an effective value comes from.
package enum Origin: Hashable, Sendable {
  case builtIn
  /// `variables` are those that the text of the value names.
  case file(path: String, line: Int, variables: [String])
  case environment(variable: String)
  case flag(String)
}

extension Origin: CustomStringConvertible {
  /// As `config validate` prints it.
  package var description: String {
    switch self {
    case .builtIn: "default"
    case .file(let path, let line, let variables):
      "\(path):\(line)" + (variables.isEmpty ? "" : " from \(variables.joined(separator: ", "))")
    case .environment(let variable): "environment \(variable)"
    case .flag(let name): "option \(name)"
    }
  }
}
