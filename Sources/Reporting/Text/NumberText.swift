/// Numbers as the reports write them.
package enum NumberText {
  /// Parts a number from its unit, and a mark from its number, without a line break.
  static let space = "\u{00A0}"
  static let minus = "\u{2212}"

  /// `12,345`, with U+2212 when negative.
  package static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var output = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { output.append(",") }
      output.append(digit)
    }
    return (value < 0 ? minus : "") + output
  }

  /// With exactly `decimals` places, half away from zero.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "unknown" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let units = Int((abs(value) * scale).rounded())
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Int(scale))
    let sign = value < 0 && units > 0 ? minus : ""
    guard decimals > 0 else { return sign + count(whole) }
    let fraction = String(rest)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(count(whole)).\(zeros)\(fraction)"
  }

  /// With one place, or none where that place would be 0: `9.7`, `4`.
  package static func short(_ value: Double) -> String {
    let text = fixed(value, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `55%`.
  package static func share(_ value: Double) -> String {
    fixed(value * 100, decimals: 0) + "%"
  }

  /// `▲ 3`, `▼ 0.5`, and `0` without a mark.
  package static func change(_ value: Double, decimals: Int) -> String {
    let digits = fixed(abs(value), decimals: decimals)
    guard digits.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return "0" }
    return (value > 0 ? "▲" : "▼") + space + digits
  }

  /// A score as it is shown: rounded half up to a whole number.
  package static func score(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    return Int((min(100, max(0, value)) + 0.5).rounded(.down))
  }

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// Words up to ten, digits above.
  package static func word(_ value: Int) -> String {
    words.indices.contains(value) ? words[value] : count(value)
  }

  /// The same for the beginning of a sentence.
  package static func capitalWord(_ value: Int) -> String { word(value).capitalizedFirst }
}

extension String {
  /// With a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  /// With a small first letter.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
