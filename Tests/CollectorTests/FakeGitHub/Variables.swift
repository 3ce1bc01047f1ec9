import Foundation

/// The operation and the variables of a GraphQL request.
struct Variables {
  let operation: String
  private let values: [String: Any]

  init(_ body: [UInt8]) {
    let document = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
    operation = document?["operationName"] as? String ?? ""
    values = document?["variables"] as? [String: Any] ?? [:]
  }

  /// A switch.
  func isOn(_ name: String) -> Bool { values[name] as? Bool ?? false }
  func number(_ name: String) -> Int { values[name] as? Int ?? 0 }
  func text(_ name: String) -> String? { values[name] as? String }
  /// How many variables have such a name.
  func count(prefix: String) -> Int { values.keys.count { $0.hasPrefix(prefix) } }
  func texts(_ name: String) -> [String]? { values[name] as? [String] }
}
