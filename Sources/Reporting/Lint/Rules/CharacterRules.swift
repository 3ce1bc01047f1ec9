import CommonMark

extension LintRule {
  /// What cannot be seen can turn text around or hide it: https://trojansource.codes.
  static let characters = LintRule(
    "characters",
    "No control, bidirectional or zero-width characters, nor entities for them."
  ) { source in
    let readsBothWays = source.text.unicodeScalars.contains {
      (0x0590...0x08FF).contains($0.value) && $0.value != 0x061C
    }
    let written = source.lines.enumerated()
      .compactMap { index, line -> Finding? in
        firstHidden(in: line, isFirstLine: index == 0, marksAllowed: readsBothWays)
          .map { finding($0.scalar, line: index + 1, column: $0.column) }
      }
    let flagged = Set(written.map(\.line))
    let entities = source.inlineTexts.flatMap { block in
      block.lines.compactMap { line -> Finding? in
        guard
          let found = firstHidden(in: line.text, isFirstLine: false, marksAllowed: readsBothWays),
          !flagged.contains(line.number), source.writes("&", line: line.number),
          // `@&#8203;name` parts a mention on purpose, and one that stands alone makes room.
          found.scalar != "\u{200B}" || found.isInWord
        else { return nil }
        return finding(found.scalar, line: line.number, column: 1)
      }
    }
    return written + entities
  }

  private static func finding(_ scalar: Unicode.Scalar, line: Int, column: Int) -> Finding {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return Finding(
      "U+\(code) cannot be seen here and may mislead; remove it.",
      line: line,
      column: column
    )
  }

  static let encoding = LintRule(
    "encoding",
    "No U+FFFD, which stands where text was lost, and no text in the wrong encoding."
  ) { source in
    let written = source.lines.indices.compactMap { index -> Finding? in
      let line = source.lines[index]
      guard !source.isCode(line: index + 1), let offset = line.offset(of: "\u{FFFD}"),
        isLost(line[...], at: offset)
      else { return nil }
      return Finding(lost, line: index + 1, column: offset + 1)
    }
    let shown = source.inlineTexts.flatMap { block in
      block.lines.compactMap { line -> Finding? in
        if let offset = line.text.offset(of: "\u{FFFD}"),
          source.writes("&#", line: line.number),
          isLost(line.text, at: line.text.startIndex + offset)
        {
          return Finding(lost, line: line.number)
        }
        guard let wrong = misread(in: line.text) else { return nil }
        return Finding(
          "`\(wrong)` is UTF-8 that was read as Latin-1; write the text as UTF-8 again.",
          line: line.number
        )
      }
    }
    return written + shown
  }

  private static let lost =
    "U+FFFD stands where a character was lost; write the text as UTF-8 again."

  /// False where it stands alone between blanks: there it is spoken of.
  private static func isLost(_ line: ArraySlice<UInt8>, at place: Int) -> Bool {
    place > line.startIndex && line[place - 1].isWordByte
      || line[(place + 3)...].first?.isWordByte == true
  }

  /// Two letters of no language side by side: `Ã©`, `â€™`, `Â°`.
  private static func misread(in line: ArraySlice<UInt8>) -> String? {
    guard line.contains(where: { $0 == 0xC3 }) else { return nil }
    let scalars = Array(line.text.unicodeScalars)
    for (index, pair) in zip(scalars, scalars.dropFirst()).enumerated() {
      let isWrong =
        switch pair.0 {
        case "Ã": (0xA1...0xBF).contains(pair.1.value)
        case "â": pair.1 == "€" && index + 2 < scalars.count && scalars[index + 2].value > 0x7F
        case "Â": (0xA1...0xBF).contains(pair.1.value)
        default: false
        }
      let before = index > 0 ? scalars[index - 1] : " "
      guard isWrong, !"\"'“‘«„".unicodeScalars.contains(before) else { continue }
      return String(String.UnicodeScalarView([pair.0, pair.1]))
    }
    return nil
  }

  private static func firstHidden(
    in line: some BidirectionalCollection<UInt8>,
    isFirstLine: Bool,
    marksAllowed: Bool
  ) -> (column: Int, scalar: Unicode.Scalar, isInWord: Bool)? {
    // ASCII, nearly always: only control characters can be wrong there.
    guard line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 >= 0x7F }) else { return nil }
    let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    var column = 1
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isInWord = before.isLatin && after.isLatin
      let isMark = isFirstLine && column == 1 && scalar == "\u{FEFF}"
      if !isMark,
        isMisleading(scalar) || !marksAllowed && isDirectionMark(scalar)
          || isJoiner(scalar) && isInWord
          || isTag(scalar) && !isTag(before) && before != "\u{1F3F4}"
      {
        return (column, scalar, isInWord)
      }
      column += UTF8.width(scalar)
    }
    return nil
  }

  /// What belongs in Arabic and Hebrew only.
  private static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    [0x061C, 0x200E, 0x200F].contains(scalar.value)
  }

  /// What emoji and the letters of some scripts are joined or parted with.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200C}" || scalar == "\u{200D}"
  }

  /// What spells the name of a region behind a black flag.
  private static func isTag(_ scalar: Unicode.Scalar) -> Bool {
    (0xE0020...0xE007F).contains(scalar.value)
  }

  /// Word joiners, which part mentions, may stay.
  private static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x180E, 0x200B, 0x2028, 0x2029, 0x202A...0x202E,
      0x2061...0x2064, 0x2066...0x206F, 0x3164, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
      0xE0000...0xE001F:
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// An ASCII letter or digit.
  fileprivate var isLatin: Bool {
    value < 0x80 && (UInt8(value).isLetter || UInt8(value).isDigit)
  }
}
