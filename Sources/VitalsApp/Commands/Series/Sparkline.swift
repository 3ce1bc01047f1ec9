import Analytics
import Model

/// A row of blocks as high as its numbers, for a terminal.
struct Sparkline: Sendable {
  private let values: [Double?]

  /// - Parameter values: An unknown one becomes a dot.
  init(_ values: some Sequence<Double?>) {
    self.values = Array(values)
  }

  /// Lowest block for zero or less, highest for the maximum.
  var text: String {
    let maximum = values.compactMap(\.self).max() ?? 0
    return
      values.map { value in
        guard let value else { return "·" }
        guard maximum > 0, value > 0 else { return Self.blocks[0] }
        let height = Int((value / maximum * Double(Self.blocks.count - 1)).rounded(.up))
        return Self.blocks[height]
      }
      .joined()
  }

  private static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}

extension ReadSeries {
  /// The last days up to ``date`` as a sparkline, with what they are.
  func sparkline(days: Int = 60, followedBy expected: [Double] = []) -> String {
    let first = max(date.advanced(by: 1 - days), min(series.first, date))
    let past = (first...date).map { series[$0] }
    let line = Sparkline(past + expected.map(Optional.some)).text
    guard !expected.isEmpty else { return line }
    return "\(line.prefix(past.count))│\(line.dropFirst(past.count))"
  }
}
