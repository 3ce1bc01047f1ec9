package import Model

extension Timestamp {
  /// Reads the date of a header field, as in `Sun, 06 Nov 1994 08:49:37 GMT`.
  ///
  /// Source: https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats.
  package init?(httpDate text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
      let month = Self.months.firstIndex(of: String(parts[2]))
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2]), let date = Day(year: year, month: month + 1, day: day)
    else { return nil }
    self = date.start.advanced(bySeconds: clock[0] * 3_600 + clock[1] * 60 + clock[2])
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Response {
  /// The server's clock when it answered.
  package var date: Timestamp? {
    headers["Date"].flatMap { Timestamp(httpDate: $0) }
  }
}
