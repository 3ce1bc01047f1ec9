/// Takes comments, tags and what stands in `<pre>`, `<code>`, `<script>` or `<style>` out of the
/// lines of an HTML block.
struct RawTextScanner {
  enum Piece {
    case text(ArraySlice<UInt8>)
    case tag(ArraySlice<UInt8>)
  }

  private static let rawElements = ["pre", "code", "script", "style", "textarea"]

  private var isComment = false
  private var isTag = false
  private var raw: String?

  /// What is text in the line; nil when the line begins inside something that is not.
  mutating func visible(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    let beganHidden = isComment || isTag || raw != nil
    var output: [UInt8] = []
    pieces(of: line) { if case .text(let text) = $0 { output += text } }
    return beganHidden ? nil : output
  }

  /// Hands on the text and the tags of the next line, in order; a tag that goes on behind the line is
  /// left out.
  mutating func pieces(of line: ArraySlice<UInt8>, _ take: (Piece) -> Void) {
    var rest = line
    while !rest.isEmpty {
      if isComment {
        guard let end = rest.offset(of: "-->") else { return }
        rest = rest.dropFirst(end + 3)
        isComment = false
      } else if isTag {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return }
        rest = rest[(end + 1)...]
        isTag = false
      } else {
        rest = next(of: rest, take)
      }
    }
  }

  private mutating func next(
    of rest: ArraySlice<UInt8>,
    _ take: (Piece) -> Void
  ) -> ArraySlice<UInt8> {
    let text = rest.prefix { $0 != UInt8(ascii: "<") }
    guard text.isEmpty else {
      if raw == nil { take(.text(text)) }
      return rest[text.endIndex...]
    }
    if rest.starts(with: "<!--") {
      isComment = true
      return rest.dropFirst(4)
    }
    let name = rest.dropFirst().first ?? 0
    guard name.isLetter || name == UInt8(ascii: "/") else {
      if raw == nil { take(.text(rest.prefix(1))) }
      return rest.dropFirst()
    }
    guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
      isTag = true
      return rest[rest.endIndex...]
    }
    enter(rest[...end])
    take(.tag(rest[...end]))
    return rest[(end + 1)...]
  }

  private mutating func enter(_ tag: ArraySlice<UInt8>) {
    let isClosing = tag.dropFirst().first == UInt8(ascii: "/")
    let name = tag.dropFirst(isClosing ? 2 : 1).prefix(while: \.isLetter).text.lowercased()
    if isClosing {
      if raw == name { raw = nil }
    } else if raw == nil, Self.rawElements.contains(name) {
      raw = name
    }
  }
}
