/// Counts with the right form of their noun.
package enum CountText {
  /// `1 issue`, `2 issues`, held together.
  package static func of(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    NumberText.count(count) + NumberText.space + noun(count, one, many)
  }

  /// The noun alone.
  package static func noun(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? one : many ?? one + "s"
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
