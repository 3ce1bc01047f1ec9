import CommonMark

extension LintRule {
  /// https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats.
  static let secret = LintRule(
    "secret",
    "No token of GitHub, in code neither."
  ) { source in
    source.lines.indices.compactMap { index in
      guard let place = token(in: source.lines[index]) else { return nil }
      // The message is printed and logged, so it does not say what it found.
      return Finding(
        "A token of GitHub stands here; revoke it, then remove it.",
        line: index + 1,
        column: place + 1
      )
    }
  }

  private static func token(in line: [UInt8]) -> Int? {
    let forms: [(prefix: StaticString, length: Int)] = [
      ("ghp_", 36), ("gho_", 36), ("ghu_", 36), ("ghs_", 36), ("ghr_", 36), ("github_pat_", 82),
    ]
    guard line.count > 39, line.contains(UInt8(ascii: "_")) else { return nil }
    for (prefix, length) in forms {
      guard let place = line.offset(of: prefix) else { continue }
      let rest = line[(place + prefix.utf8CodeUnitCount)...]
        .prefix { $0.isLetter || $0.isDigit || $0 == 0x5F }
      // Repeated letters stand for a token.
      if rest.count >= length, Set(rest).count > 9 { return place }
    }
    return nil
  }
}
