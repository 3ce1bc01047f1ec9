import FoundationEssentials
import Model

/// What a branch says of the copy it holds: the file `manifest.json`.
struct CopyManifest: Hashable, Sendable {
  static let fileName = "manifest.json"
  private static let schema = "repo-vitals/copy/1"

  var writtenAt: Timestamp
  /// The digest of what the store knows.
  var content: String
  /// Bytes and digest of the parts in their order, joined.
  var size: Int
  var digest: String
  /// Names of files.
  var parts: [String]

  init(_ copy: StoreCopy) {
    writtenAt = copy.writtenAt
    content = copy.content
    size = copy.packed.count
    digest = SHA256.hexDigest(of: copy.packed)
    parts = copy.parts().map(\.name)
  }

  /// Nil when the bytes are no manifest of a version that is known.
  init?(_ bytes: [UInt8]) {
    guard
      let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)),
      document.schema == Self.schema, let written = Timestamp(document.written), document.size >= 0
    else { return nil }
    writtenAt = written
    content = document.content
    size = document.size
    digest = document.digest
    parts = document.parts
  }

  /// The document, with a newline at its end.
  var text: String {
    let document: JSONValue = [
      "schema": .string(Self.schema), "written": JSONValue(writtenAt), "content": .string(content),
      "size": .int(size), "sha256": .string(digest), "parts": .array(parts.map(JSONValue.string)),
    ]
    return JSONWriter.text(document, .init(isIndented: true)) + "\n"
  }

  private struct Document: Decodable {
    var schema: String
    var written: String
    var content: String
    var size: Int
    var digest: String
    var parts: [String]

    private enum CodingKeys: String, CodingKey {
      case schema
      case written
      case content
      case size
      case digest = "sha256"
      case parts
    }
  }
}
