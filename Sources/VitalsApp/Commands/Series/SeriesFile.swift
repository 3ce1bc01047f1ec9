import Analytics
import Model

/// A daily series from lines of `date,value`.
///
/// The first line may be a header. Days ascend; a day that is left out, or has no value, is
/// unknown. Lines end with LF or CRLF, and empty ones do not count.
struct SeriesFile: Sendable {
  /// Nil of a file without a day.
  let series: DailySeries?

  /// - Throws: ``AppFailure`` where there is no such file, and ``SeriesFaults``.
  init(path: String) throws {
    guard let bytes = try Files.read(path) else {
      throw AppFailure(.usage, "There is no file \(path); check --series.")
    }
    try self.init(bytes, path: path)
  }

  /// - Throws: ``SeriesFaults`` with every line that cannot be read.
  init(_ bytes: [UInt8], path: String) throws(SeriesFaults) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    var first: Day?
    var values: [Double?] = []
    var faults: [Diagnostic] = []
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do throws(LineFault) {
        guard let (day, value) = try Self.point(line, isFirst: index == 0) else { continue }
        let start = first ?? day
        first = start
        let missing = day.number - start.number - values.count
        guard missing >= 0 else { throw .order(day) }
        values += [Double?](repeating: nil, count: missing) + [try value.get()]
      } catch {
        faults.append(Diagnostic(.error, error.description, file: path, line: index + 1))
      }
    }
    guard faults.isEmpty else { throw SeriesFaults(faults: faults) }
    series = first.map { DailySeries(from: $0, values) }
  }

  /// Nil for a line without a day: an empty one, or the header.
  private static func point(
    _ line: ArraySlice<UInt8>,
    isFirst: Bool
  ) throws(LineFault) -> (Day, Result<Double?, LineFault>)? {
    let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { trimmed(String(decoding: $0, as: UTF8.self)) }
    if cells == [""] { return nil }
    guard let day = Day(cells[0]) else {
      if isFirst, cells.count == 2, cells[0].first?.isNumber != true { return nil }
      throw .day(cells[0])
    }
    guard cells.count == 2 else { throw .cells(cells.count) }
    // A bad value leaves its day in the order of days.
    return (day, Result { () throws(LineFault) in try value(cells[1]) })
  }

  /// A count in decimal digits, as in `12`, `0.5` or `1e3`; nil for an empty cell.
  private static func value(_ cell: String) throws(LineFault) -> Double? {
    guard !cell.isEmpty else { return nil }
    // `Double` alone would take hexadecimal digits and words such as `nan`.
    let isDecimal = cell.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) }
    guard isDecimal, let value = Double(cell) else { throw .number(cell) }
    guard value >= 0 else { throw .negative(cell) }
    guard value <= DailySeries.largest else { throw .large(cell) }
    return value
  }

  private static func trimmed(_ cell: String) -> String {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    let bytes = Array(cell.utf8)
    let start = bytes.firstIndex { !blanks.contains($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !blanks.contains($0) } ?? start - 1
    return end < start ? "" : String(decoding: bytes[start...end], as: UTF8.self)
  }
}

/// Every line of a file that cannot be read.
struct SeriesFaults: Error, Hashable {
  /// By line; never empty.
  let faults: [Diagnostic]
}

/// Why a line cannot be read.
private enum LineFault: Error, CustomStringConvertible {
  case day(String)
  case cells(Int)
  case number(String)
  case negative(String)
  case large(String)
  case order(Day)

  var description: String {
    let form = "a line is date,value, as in 2026-03-31,12"
    switch self {
    case .day(let cell): return "`\(Self.shown(cell))` is not a day; \(form)."
    case .cells(let count):
      return count == 1
        ? "The line has no value; \(form)." : "The line has \(count) cells; \(form)."
    case .number(let cell):
      return "`\(Self.shown(cell))` is not a number; write one as in 12 or 0.5, and leave the cell "
        + "empty where it is unknown."
    case .negative(let cell):
      return
        "`\(Self.shown(cell))` is less than nothing, and a series counts; leave the cell empty "
        + "where the count is unknown."
    case .large(let cell):
      return
        "`\(Self.shown(cell))` is above 2^53, where whole numbers have gaps; count in a larger "
        + "unit, such as thousands."
    case .order(let day):
      return
        "The day \(day) does not come after the one before it; sort the lines, and keep one of "
        + "each day."
    }
  }

  /// As much of a foreign text as one sentence can hold, without what a terminal would act on.
  private static func shown(_ text: String) -> String {
    let harmless = text.unicodeScalars.prefix(40).filter { $0.value >= 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(harmless))
  }
}
