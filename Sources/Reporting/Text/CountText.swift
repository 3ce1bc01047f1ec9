/// Counts with the right form of their noun.
package enum CountText {
  /// `1 issue`, `2 issues`, held together.
  package static func of(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    NumberText.count(count) + NumberText.space + noun(count, one, many)
  }

  /// `1 run`, `1234 runs`, as logs and terminals write them: a plain space and plain digits.
  package static func plain(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(noun(count, one, many))"
  }

  /// `one run`, `three runs`, for the middle of a sentence.
  package static func words(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(NumberText.word(count)) \(noun(count, one, many))"
  }

  /// How many of several there are, as in `all five parts`, `two of five parts`, `no part`.
  package static func share(
    _ count: Int,
    of all: Int,
    _ one: String,
    _ many: String? = nil
  ) -> String {
    if count == 0 { return "no \(one)" }
    return count == all
      ? "all \(words(all, one, many))" : "\(NumberText.word(count)) of \(words(all, one, many))"
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
