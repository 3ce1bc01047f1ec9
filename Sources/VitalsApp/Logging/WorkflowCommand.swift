package import Model

/// A line by which a step speaks to the runner, as in `::warning file=a.yml,line=3::text`.
///
/// Source of the escapes: https://github.com/actions/toolkit, `packages/core/src/command.ts`.
package struct WorkflowCommand: Hashable, Sendable {
  package let text: String

  /// - Parameters:
  ///   - name: As in `warning`.
  ///   - properties: Those without a value are left out.
  ///   - message: Any text; what would end the command is escaped.
  package init(_ name: String, properties: [(String, String?)] = [], _ message: String) {
    let pairs = properties.compactMap { name, value in
      value.map { "\(name)=\(Self.escape($0, inProperty: true))" }
    }
    let head = ([name] + (pairs.isEmpty ? [] : [pairs.joined(separator: ",")]))
    text = "::\(head.joined(separator: " "))::\(Self.escape(message, inProperty: false))"
  }

  /// Tells the runner to hide a value in everything that is printed later.
  package static func mask(_ secret: Secret) -> WorkflowCommand {
    WorkflowCommand("add-mask", secret.reveal())
  }

  private static func escape(_ text: String, inProperty: Bool) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): output += "%25".utf8
      case UInt8(ascii: "\r"): output += "%0D".utf8
      case UInt8(ascii: "\n"): output += "%0A".utf8
      case UInt8(ascii: ":") where inProperty: output += "%3A".utf8
      case UInt8(ascii: ",") where inProperty: output += "%2C".utf8
      case 0..<0x20 where byte != UInt8(ascii: "\t"), 0x7F: output.append(UInt8(ascii: " "))
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
