/// The line that opened a fenced block of code.
///
/// https://spec.commonmark.org/0.31.2/#fenced-code-blocks
struct CodeFence: Hashable, Sendable {
  /// A backtick or a tilde.
  private let mark: UInt8
  private let length: Int

  /// The fence that `line` opens; nil when it opens none.
  private init?(opening line: Substring.UTF8View) {
    let content = line.drop { $0 == UInt8(ascii: " ") }
    guard
      line.distance(from: line.startIndex, to: content.startIndex) < 4,
      let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let length = content.prefix { $0 == mark }.count
    guard
      length >= 3,
      mark == UInt8(ascii: "~") || !content.dropFirst(length).contains(mark)
    else { return nil }
    self.mark = mark
    self.length = length
  }

  /// The fence in which the line after `line` stands, where `line` itself stands in `fence`.
  static func after(_ line: Substring.UTF8View, within fence: CodeFence?) -> CodeFence? {
    guard let fence else { return CodeFence(opening: line) }
    guard let other = CodeFence(opening: line) else { return fence }
    let rest = line.drop { $0 == UInt8(ascii: " ") }.drop { $0 == fence.mark }
    let isBare = rest.allSatisfy { [" ", "\t", "\r", "\n"].contains(Unicode.Scalar($0)) }
    return other.mark == fence.mark && other.length >= fence.length && isBare ? nil : fence
  }
}
