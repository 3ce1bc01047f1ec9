/// The outputs of a step in GitHub Actions, which later steps read by their names.
///
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter
package enum StepOutputs {
  /// What to append to the file of outputs.
  ///
  /// - Parameters:
  ///   - outputs: Names and values, in this order; a value may have several lines.
  ///   - kept: What the file holds already; an earlier writer may have left its last line open.
  ///   - delimiter: Ends a value of several lines; it should be one that nobody can guess.
  /// - Returns: Whole lines.
  package static func text(
    _ outputs: [(name: String, value: String)],
    behind kept: [UInt8],
    delimiter: String
  ) -> String {
    let isOpen = kept.last.map { $0 != UInt8(ascii: "\n") } ?? false
    return outputs.reduce(into: isOpen ? "\n" : "") { text, output in
      text += "\(line(output.name, output.value, delimiter: delimiter))\n"
    }
  }

  private static func line(_ name: String, _ value: String, delimiter: String) -> String {
    guard value.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
    else { return "\(name)=\(value)" }
    var delimiter = delimiter
    while value.contains(delimiter) { delimiter += "_" }
    return "\(name)<<\(delimiter)\n\(value)\n\(delimiter)"
  }
}
