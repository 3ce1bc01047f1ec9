import CommonMark

extension LintRule {
  /// What cannot be seen can turn text around or hide it: https://trojansource.codes.
  static let characters = LintRule(
    "characters",
    "No control, bidirectional or zero-width characters."
  ) { source in
    let readsBothWays = source.text.unicodeScalars.contains { (0x0590...0x08FF).contains($0.value) }
    return source.lines.enumerated()
      .compactMap { index, line in
        let found = firstHidden(in: line, isFirstLine: index == 0, marksAllowed: readsBothWays)
        guard let (column, scalar) = found else {
          return nil
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return Finding(
          "U+\(code) cannot be seen here and may mislead; remove it.",
          line: index + 1,
          column: column
        )
      }
  }

  static let encoding = LintRule(
    "encoding",
    "No U+FFFD, which stands where text was lost."
  ) { source in
    source.lines.indices.compactMap { index in
      let line = source.lines[index]
      guard
        !source.isCode(line: index + 1), let offset = line.offset(of: "\u{FFFD}"),
        // Alone between blanks it is spoken of.
        offset > 0 && line[offset - 1].isWordByte
          || line.dropFirst(offset + 3).first?.isWordByte == true
      else { return nil }
      return Finding(
        "U+FFFD stands where a character was lost; write the text as UTF-8 again.",
        line: index + 1,
        column: offset + 1
      )
    }
  }

  private static func firstHidden(
    in line: [UInt8],
    isFirstLine: Bool,
    marksAllowed: Bool
  ) -> (column: Int, Unicode.Scalar)? {
    // ASCII, nearly always: only control characters can be wrong there.
    guard line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 >= 0x7F }) else { return nil }
    var column = 1
    for scalar in line.text.unicodeScalars {
      let isMark = isFirstLine && column == 1 && scalar == "\u{FEFF}"
      if !isMark, isMisleading(scalar) || !marksAllowed && isDirectionMark(scalar) {
        return (column, scalar)
      }
      column += UTF8.width(scalar)
    }
    return nil
  }

  /// What belongs in Arabic and Hebrew only.
  private static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    [0x061C, 0x200E, 0x200F].contains(scalar.value)
  }

  /// Word joiners, which part mentions, and what scripts and emoji are joined with, may stay.
  private static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE001F:
      true
    default: false
    }
  }
}
