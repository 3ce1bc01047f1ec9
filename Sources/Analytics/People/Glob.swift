/// A pattern for logins and addresses in which `*` stands for any text and `?` for one character.
///
/// Everything else is literal; case does not matter.
struct Glob: Hashable, Sendable {
  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) {
    self.pattern = Array(pattern.lowercased().unicodeScalars)
  }

  /// Whether the whole of `text`, which is in lower case, matches.
  ///
  /// Goes back to the last star only, so the time is at most the product of both lengths.
  func matches(_ text: String) -> Bool {
    let text = Array(text.unicodeScalars)
    var (at, next) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while at < text.count {
      if next < pattern.count, pattern[next] == "*" {
        star = (next, at)
        next += 1
      } else if next < pattern.count, pattern[next] == "?" || pattern[next] == text[at] {
        next += 1
        at += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        next = last.pattern + 1
        at = last.text + 1
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == "*" }
  }
}
