/// A command as the table declares it.
struct CommandDescription: Sendable {
  /// What stands after the options.
  struct Operand: Hashable, Sendable {
    /// As in `FILE`, or the words that may stand here.
    var name: String
    var isRequired: Bool
    var isRepeatable: Bool
  }

  /// The words that call it, as in `config validate`.
  var name: String
  /// One line of `--help`.
  var summary: String
  var operand: Operand?
  /// Besides the common ones.
  var options: [OptionDescription] = []
  /// One command line that works.
  var example: String
  /// Whether `--json` prints one document; a command that cannot do so refuses the option.
  var hasJSON = true
  /// Whether this version has it; others are neither listed nor run.
  var isAvailable = true

  var allOptions: [OptionDescription] { options + commonOptions }
  /// The common options that it takes.
  var commonOptions: [OptionDescription] {
    OptionDescription.common.filter { hasJSON || $0 != .json }
  }

  /// As in `vitals lint [options] FILE…`.
  var usage: String {
    let suffix = operand.map { operand in
      let name = operand.name + (operand.isRepeatable ? "…" : "")
      return operand.isRequired ? " \(name)" : " [\(name)]"
    }
    return "vitals \(name) [options]\(suffix ?? "")"
  }
}
