/// A run of text in a document: its Markdown, and what a reader then sees.
///
/// Built by interpolation from the report's own words, which may hold any character, and from
/// pieces that are Markdown already. The two sides are compared after rendering.
package struct Inline: Hashable, Sendable {
  package private(set) var markdown: String
  package private(set) var plain: String

  private init(markdown: String, plain: String) {
    (self.markdown, self.plain) = (markdown, plain)
  }

  /// The report's own words.
  package init(_ words: String) {
    self.init(markdown: Self.quoted(words), plain: words)
  }

  /// Text from outside, made harmless.
  package static func outside(_ text: String) -> Inline {
    Inline(markdown: MarkdownText.escaped(text), plain: MarkdownText.plain(text))
  }

  package static func strong(_ content: Inline) -> Inline {
    Inline(markdown: "**\(content.markdown)**", plain: content.plain)
  }

  /// A name in code.
  package static func code(_ text: String) -> Inline {
    Inline(markdown: MarkdownText.code(text), plain: MarkdownText.plain(text))
  }

  package static func small(_ content: Inline) -> Inline {
    Inline(markdown: "<sub>\(content.markdown)</sub>", plain: content.plain)
  }

  package static func link(_ content: Inline, to url: String) -> Inline {
    Inline(markdown: "[\(content.markdown)](\(safe(url)))", plain: content.plain)
  }

  package static let lineBreak = Inline(markdown: "<br>", plain: "\n")

  package static func + (left: Inline, right: Inline) -> Inline {
    Inline(markdown: left.markdown + right.markdown, plain: left.plain + right.plain)
  }

  package static func += (left: inout Inline, right: Inline) { left = left + right }

  /// The parts one after the other.
  package static func joined(_ parts: [Inline], by separator: Inline = "") -> Inline {
    guard let first = parts.first else { return "" }
    return parts.dropFirst().reduce(first) { $0 + separator + $1 }
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ parts: [Inline]) -> Inline {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return joined(Array(parts.dropLast()), by: ", ") + " and " + last
  }

  /// Escapes what would be a mark in the report's own words, and nothing else.
  private static func quoted(_ words: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      if #"\`*_[]<>|&~{}"#.unicodeScalars.contains(scalar) { output.append("\\") }
      output.append(scalar)
    }
    return String(output)
  }

  /// Percent-encodes what would end a link's target early.
  private static func safe(_ url: String) -> String {
    url.utf8
      .map { byte in
        let isSafe = (0x21...0x7E).contains(byte) && !"()<>\\`|\"".utf8.contains(byte)
        guard !isSafe else { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
      }
      .joined()
  }
}

extension Inline: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var content = Inline(markdown: "", plain: "")

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ words: String) { content += Inline(words) }
    package mutating func appendInterpolation(_ words: String) { content += Inline(words) }
    package mutating func appendInterpolation(_ digits: Int) { content += Inline(String(digits)) }
    package mutating func appendInterpolation(_ piece: Inline) { content += piece }
    package mutating func appendInterpolation(strong words: String) {
      content += .strong(Inline(words))
    }
  }

  package init(stringLiteral words: String) { self.init(words) }
  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.content }
}
