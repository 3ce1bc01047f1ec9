/// Makes text from outside harmless in Markdown.
///
/// Works on Unicode scalars, never on `Character`s: a combining mark behind `|` or `-->` makes one
/// character of both and hides them.
package enum MarkdownText {
  /// Parts what GitHub would otherwise link, and is not seen.
  static let wordJoiner: Unicode.Scalar = "\u{2060}"
  /// As GitHub links commits from seven hexadecimal digits on.
  private static let shortestHash = 7

  /// `text` as Markdown that reads the same, but for U+2060, wherever inline text may stand.
  ///
  /// No mark, mention, reference, HTML, autolink or line break comes out of it, be it in a table
  /// cell, a list item or a link's text.
  package static func escaped(_ text: String) -> String {
    parted(text, escaping: true)
  }

  /// `text` on one line with U+2060 in what GitHub would link, and its marks as they are.
  ///
  /// Not Markdown yet: for a sentence whose marks are escaped later.
  static func unlinked(_ text: String) -> String {
    parted(text, escaping: false)
  }

  private static func parted(_ text: String, escaping: Bool) -> String {
    let scalars = cleaned(text)
    var output = String.UnicodeScalarView()
    var hexadecimals = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar.isHexadecimal {
        if hexadecimals == 0 { hexadecimals = hashLength(in: scalars[index...]) }
      } else {
        hexadecimals = 0
      }
      if escaping, scalar.isPunctuation { output.append("\\") }
      output.append(scalar)
      if parts(scalar, in: scalars, at: index) { output.append(wordJoiner) }
      if hexadecimals > 1 {
        hexadecimals -= 1
        if hexadecimals % (shortestHash - 1) == 0 { output.append(wordJoiner) }
      }
    }
    return String(output)
  }

  /// `text` as a reader sees it: without control and bidirectional characters, on one line.
  package static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(cleaned(text)))
  }

  /// `text` in a code span; escaped instead where it holds a backtick or a `|`.
  package static func code(_ text: String) -> String {
    let plain = plain(text)
    let fits = !plain.isEmpty && plain.utf8.allSatisfy { !"`|".utf8.contains($0) }
    return fits ? "`\(plain)`" : escaped(text)
  }

  /// True where GitHub would see a mention, a reference or a web address if nothing followed.
  private static func parts(
    _ scalar: Unicode.Scalar,
    in scalars: [Unicode.Scalar],
    at index: Int
  ) -> Bool {
    switch scalar {
    case "@", "#": true
    case "h", "H":
      index > 0 && (scalars[index - 1] == "g" || scalars[index - 1] == "G")
        && scalars.dropFirst(index + 1).first == "-"
    case ":": scalars.dropFirst(index + 1).starts(with: ["/", "/"])
    case "w", "W":
      index > 1 && scalars[index - 1] == scalar && scalars.dropFirst(index + 1).first == "."
    default: false
    }
  }

  /// How many hexadecimal digits follow each other, 0 where they are too few for a commit.
  private static func hashLength(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    let length = scalars.prefix(while: \.isHexadecimal).count
    return length >= shortestHash ? length : -1
  }

  private static func cleaned(_ text: String) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.isSpace {
        if let last = output.last, last != " " { output.append(" ") }
      } else if !scalar.isHidden {
        // Between plain letters a joiner joins nothing.
        if scalar.isPlain, let last = output.last, last.isJoiner,
          output.dropLast().last?.isPlain == true
        {
          output.removeLast()
        }
        output.append(scalar)
      }
    }
    if output.last == " " { output.removeLast() }
    return output
  }
}

extension Unicode.Scalar {
  /// ASCII punctuation, all of which a backslash may escape:
  /// https://spec.commonmark.org/0.29/#backslash-escapes.
  fileprivate var isPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  fileprivate var isHexadecimal: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// A space, a tab or a line end of any kind.
  fileprivate var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// What scripts and emoji are joined with.
  fileprivate var isJoiner: Bool { self == "\u{200C}" || self == "\u{200D}" }

  /// A letter or a digit of ASCII.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// A control character, one that changes the direction of text, or one without width; the joiners
  /// of scripts and emoji stay.
  fileprivate var isHidden: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
