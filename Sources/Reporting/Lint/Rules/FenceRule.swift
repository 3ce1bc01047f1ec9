import CommonMark

extension LintRule {
  static let fenceClosed = LintRule(
    "fence-closed",
    "Every code fence is closed by one at least as long."
  ) { source in
    source.codeBlocks.compactMap { block in
      guard block.isFenced else { return nil }
      let opening = fence(source.bytes(line: block.line, from: block.column))
      let closing = source.bytes(line: block.endLine)
        .drop {
          $0.isBlank || $0 == UInt8(ascii: ">")
        }
      let isClosed =
        block.endLine > block.line && !opening.isEmpty
        && fence(closing).count >= opening.count && fence(closing).first == opening.first
        && closing.dropFirst(fence(closing).count).trimmed.isEmpty
      guard !isClosed else { return nil }
      return Finding(
        "The code block that begins here is not closed; add a line with "
          + "\(opening.isEmpty ? "```" : opening.text).",
        line: block.line,
        column: block.column
      )
    }
  }

  /// The run of backticks or tildes at the beginning of a line.
  private static func fence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = line.drop(while: \.isBlank)
    guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return []
    }
    return line.prefix { $0 == first }
  }
}
