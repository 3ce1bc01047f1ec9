/// Reads the parts of an ISO 8601 date from bytes.
struct DateReader {
  private var rest: Substring.UTF8View

  init(_ text: some StringProtocol) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes `YYYY-MM-DD`.
  mutating func day() -> Day? {
    guard
      let year = number(digits: 4), skip("-"),
      let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Takes `Z`, `+02:00` or `+0200`, and gives the seconds ahead of UTC.
  mutating func zoneOffset() -> Int? {
    if skip("Z", "z") { return 0 }
    let sign: Int
    if skip("+") {
      sign = 1
    } else if skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2), hours < 24 else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }

  /// Takes exactly `digits` decimal digits.
  mutating func number(digits: Int) -> Int? {
    let part = rest.prefix(digits)
    guard part.count == digits else { return nil }
    var value = 0
    for byte in part {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    rest = rest.dropFirst(digits)
    return value
  }

  /// Takes one or more digits.
  mutating func skipDigits() -> Bool {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return !digits.isEmpty
  }

  /// Takes one of `scalars`, all of them ASCII.
  mutating func skip(_ scalars: Unicode.Scalar...) -> Bool {
    guard let first = rest.first, scalars.contains(where: { $0.value == UInt32(first) }) else {
      return false
    }
    rest = rest.dropFirst()
    return true
  }
}
