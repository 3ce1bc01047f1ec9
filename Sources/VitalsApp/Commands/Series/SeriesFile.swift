import Analytics
import Model
import Reporting

/// A daily series from lines of `date,value`.
///
/// The first line may be a header. Days ascend; a day that is left out, or has no value, is
/// unknown. Lines end with LF or CRLF, and empty ones do not count.
struct SeriesFile: Sendable {
  /// Nil of a file without a day.
  let series: DailySeries?

  /// - Throws: ``AppFailure`` with the place of the first line that cannot be read.
  init(path: String) throws {
    guard let bytes = try Files.read(path) else {
      throw AppFailure(.usage, "There is no file \(path); check --series.")
    }
    try self.init(bytes, path: path)
  }

  init(_ bytes: [UInt8], path: String) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    var first: Day?
    var values: [Double?] = []
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let place = "\(path):\(index + 1)"
      guard let (day, value) = try Self.point(line, at: place, isFirst: index == 0) else {
        continue
      }
      let start = first ?? day
      first = start
      let missing = day.number - start.number - values.count
      guard missing >= 0 else {
        throw AppFailure(.usage, "\(place): the day \(day) does not come after the one before it.")
      }
      values += [Double?](repeating: nil, count: missing) + [value]
    }
    series = first.map { DailySeries(from: $0, values) }
  }

  /// Nil for a line without a day: an empty one, or the header.
  private static func point(
    _ line: ArraySlice<UInt8>,
    at place: String,
    isFirst: Bool
  ) throws -> (Day, Double?)? {
    let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { trimmed(String(decoding: $0, as: UTF8.self)) }
    if cells == [""] { return nil }
    guard let day = Day(cells[0]) else {
      if isFirst, cells.count == 2, cells[0].first?.isNumber != true { return nil }
      throw AppFailure(
        .usage,
        "\(place): `\(shown(cells[0]))` is not a day; a line is date,value, as in 2026-03-31,12."
      )
    }
    guard cells.count == 2 else {
      throw AppFailure(
        .usage,
        "\(place): the line has \(CountText.plain(cells.count, "value")); it is date,value, as in 2026-03-31,12."
      )
    }
    guard !cells[1].isEmpty else { return (day, nil) }
    guard let value = Double(cells[1]), value.isFinite else {
      throw AppFailure(
        .usage,
        "\(place): `\(shown(cells[1]))` is not a number; leave the value empty where it is unknown."
      )
    }
    return (day, value)
  }

  private static func trimmed(_ cell: String) -> String {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    let bytes = Array(cell.utf8)
    let start = bytes.firstIndex { !blanks.contains($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !blanks.contains($0) } ?? start - 1
    return end < start ? "" : String(decoding: bytes[start...end], as: UTF8.self)
  }

  /// As much of a foreign text as one sentence can hold, without what a terminal would act on.
  private static func shown(_ text: String) -> String {
    let harmless = text.unicodeScalars.prefix(40).filter { $0.value >= 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(harmless))
  }
}
