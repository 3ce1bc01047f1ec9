extension Collection<UInt8> where SubSequence: RandomAccessCollection {
  /// Without spaces and tabs at both ends.
  var trimmed: SubSequence {
    let start = firstIndex { !$0.isBlank } ?? endIndex
    var rest = self[start...]
    while let last = rest.last, last.isBlank { rest = rest.dropLast() }
    return rest
  }

  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension Collection<UInt8> {
  /// True when some part equals `pattern`.
  func contains(_ pattern: StaticString) -> Bool { offset(of: pattern) != nil }

  /// How many bytes stand before the first occurrence of `pattern`.
  func offset(of pattern: StaticString) -> Int? {
    pattern.withUTF8Buffer { pattern in
      withContiguousStorageIfAvailable { Self.offset(of: pattern, in: $0) }
        ?? Array(self).withUnsafeBufferPointer { Self.offset(of: pattern, in: $0) }
    }
  }

  private static func offset(
    of pattern: UnsafeBufferPointer<UInt8>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
    var start = 0
    while start <= bytes.count - pattern.count {
      if bytes[start] == first {
        var length = 1
        while length < pattern.count, bytes[start + length] == pattern[length] { length += 1 }
        if length == pattern.count { return start }
      }
      start += 1
    }
    return nil
  }

  func starts(with pattern: StaticString) -> Bool {
    pattern.withUTF8Buffer { starts(with: $0) }
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// A letter, a digit or `_`, or part of a letter outside ASCII.
  var isWordByte: Bool { isLetter || isDigit || self == 0x5F || self >= 0x80 }
}

extension [UInt8] {
  /// The line with spaces in place of what stands between backticks.
  var withoutCode: [UInt8] {
    guard contains(UInt8(ascii: "`")) else { return self }
    var line = self
    let runs = backtickRuns
    let partners = Self.partners(of: runs)
    var index = 0
    while index < runs.count {
      let run = runs[index]
      let isEscaped = run.start > 0 && self[run.start - 1] == UInt8(ascii: "\\")
      guard !isEscaped || run.length > 1, let partner = partners[index] else {
        index += 1
        continue
      }
      for place in run.start..<runs[partner].start + runs[partner].length { line[place] = 0x20 }
      index = partner + 1
    }
    return line
  }

  private var backtickRuns: [(start: Int, length: Int)] {
    var runs: [(start: Int, length: Int)] = []
    for place in indices where self[place] == UInt8(ascii: "`") {
      if let last = runs.last, last.start + last.length == place {
        runs[runs.count - 1].length += 1
      } else {
        runs.append((place, 1))
      }
    }
    return runs
  }

  /// For each run of backticks the next of the same length, which closes it.
  private static func partners(of runs: [(start: Int, length: Int)]) -> [Int?] {
    var next: [Int: Int] = [:]
    var partners = [Int?](repeating: nil, count: runs.count)
    for index in runs.indices.reversed() {
      partners[index] = next[runs[index].length]
      next[runs[index].length] = index
    }
    return partners
  }
}

extension ArraySlice<UInt8> {
  /// True when `pattern` stands somewhere without a backslash before it.
  func isUnescaped(_ pattern: some Collection<UInt8>) -> Bool {
    guard let first = pattern.first else { return false }
    return indices.contains { place in
      self[place] == first && self[place...].starts(with: pattern)
        && (place == startIndex || self[place - 1] != UInt8(ascii: "\\"))
    }
  }
}
