import Foundation
import Model

/// Files beside the tests.
enum Fixture {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  static func url(_ path: String) -> URL { folder.appending(path: path) }

  /// The path of a golden file, for `expectGolden`.
  static func goldenPath(_ name: String) -> String { url("Goldens/\(name)").path }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: url("Fixtures/\(path)"), encoding: .utf8)
  }

  /// The names of the Markdown files in a folder of fixtures, sorted.
  static func markdown(in path: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: url("Fixtures/\(path)").path
    )
    return (files ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: url("Fixtures/\(path)")))
  }
}

extension JSONValue: Decodable {
  /// Objects lose their order, which templates do not see.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: AnyKey.self) {
      self = .object(
        try container.allKeys.map {
          Member($0.stringValue, try container.decode(JSONValue.self, forKey: $0))
        }
      )
    } else if var container = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
      self = .array(elements)
    } else {
      self = try Self.scalar(decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
    if container.decodeNil() { return .null }
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    if let value = try? container.decode(Int.self) { return .int(value) }
    if let value = try? container.decode(Double.self) { return .double(value) }
    return .string(try container.decode(String.self))
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
