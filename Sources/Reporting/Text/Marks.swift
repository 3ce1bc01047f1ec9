/// The small drawings of the reports, which always stand beside the number itself.
package enum Marks {
  /// Ten squares for a score out of 100.
  package static func bar(_ score: Double) -> String {
    let filled = min(10, max(0, Int((score / 10).rounded())))
    return String(repeating: "■", count: filled) + String(repeating: "□", count: 10 - filled)
  }

  /// One character a value, from the lowest to the highest of the row; a dot for unknown.
  package static func sparkline(_ values: [Double?]) -> String {
    let levels = Array("▁▂▃▄▅▆▇█")
    let known = values.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else {
      return String(repeating: "·", count: values.count)
    }
    let scale = high > low ? Double(levels.count - 1) / (high - low) : 0
    return String(
      values.map { value in
        value.map { levels[Int((($0 - low) * scale).rounded())] } ?? "·"
      }
    )
  }
}
