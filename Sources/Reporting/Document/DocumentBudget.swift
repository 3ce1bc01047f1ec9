/// Leaves sections out of a body, one by one, until GitHub takes it.
struct DocumentBudget {
  /// Names of the sections that may go, the first to go first; folded ones stand at the front.
  let expendable: [String]

  /// The longest text that fits.
  ///
  /// - Parameter render: The text without the sections of these names.
  /// - Returns: The text, and what it lacks in the order in which it went; the last try when even
  ///   that is too long.
  func compose(
    _ render: (_ omitted: [String]) throws -> String
  ) rethrows -> (text: String, omitted: [String]) {
    var omitted: [String] = []
    var text = try render(omitted)
    for name in expendable where !DocumentLimit.holds(text) {
      omitted.append(name)
      text = try render(omitted)
    }
    return (text, omitted)
  }
}
