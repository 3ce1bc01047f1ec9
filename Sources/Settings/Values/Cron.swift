/// Times of a schedule as GitHub Actions writes them: minute, hour, day, month, weekday, in UTC.
///
/// Source: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
package struct Cron: Hashable, Sendable {
  /// The five fields as they were written.
  package let text: String

  /// Every day at two o'clock.
  package static let daily = Cron(unchecked: "0 2 * * *")

  private init(unchecked text: String) {
    self.text = text
  }

  /// Nil when a field is missing, out of its range or of another form.
  package init?(_ text: String) {
    let fields = text.split(separator: " ")
    guard fields.count == Self.fields.count else { return nil }
    for (field, rule) in zip(fields, Self.fields) {
      let parts = field.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.allSatisfy(rule.accepts) else { return nil }
    }
    self.text = fields.joined(separator: " ")
  }

  struct Rule {
    var range: ClosedRange<Int>
    var names: [String] = []

    /// Takes `*`, a value or a range, each with `/step`.
    func accepts(_ part: Substring) -> Bool {
      let halves = part.split(separator: "/", omittingEmptySubsequences: false)
      guard let first = halves.first, halves.count <= 2 else { return false }
      if halves.count == 2 {
        guard let step = number(halves[1]), step >= 1, step <= range.upperBound else {
          return false
        }
      }
      if first == "*" { return true }
      let ends = first.split(separator: "-", omittingEmptySubsequences: false).map(value)
      guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil else {
        return false
      }
      return low <= high
    }

    /// The values of a field that is accepted.
    func values(of field: Substring) -> Set<Int> {
      var values: Set<Int> = []
      for part in field.split(separator: ",") {
        let halves = part.split(separator: "/")
        let step = halves.count == 2 ? number(halves[1]) ?? 1 : 1
        let ends = halves[0].split(separator: "-").compactMap(value)
        // A single value with a step runs to the end of its range.
        let isOpen = halves[0] == "*" || (ends.count == 1 && halves.count == 2)
        let low = ends.first ?? range.lowerBound
        let high = isOpen ? range.upperBound : ends.last ?? range.upperBound
        values.formUnion(stride(from: low, through: high, by: step))
      }
      return values
    }

    private func value(_ text: Substring) -> Int? {
      if let index = names.firstIndex(of: text.lowercased()) { return range.lowerBound + index }
      guard let number = number(text), range.contains(number) else { return nil }
      return number
    }

    private func number(_ text: Substring) -> Int? {
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(text)
    }
  }

  static let fields: [Rule] = [
    Rule(range: 0...59),
    Rule(range: 0...23),
    Rule(range: 1...31),
    Rule(
      range: 1...12,
      names: [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ]
    ),
    Rule(range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
  ]
}
