import FoundationEssentials
import Model

extension LoopbackServer.Request {
  /// The components of the path, without the query.
  var path: [String] {
    let path = URLComponents(string: target)?.path ?? ""
    return path.split(separator: "/").map(String.init)
  }

  /// The value of a field of the query.
  func query(_ name: String) -> String? {
    URLComponents(string: target)?.queryItems?.first { $0.name == name }?.value
  }

  /// The body as a document; nil where it is none or another.
  func decoded<Payload: Decodable>(_: Payload.Type) -> Payload? {
    try? JSONDecoder().decode(Payload.self, from: Data(body))
  }
}

extension LoopbackServer.Response {
  static func json(_ status: Int, _ document: JSONValue) -> Self {
    let type = [(name: "content-type", value: "application/json; charset=utf-8")]
    return Self(status: status, headers: type, body: JSONWriter.bytes(document))
  }

  /// GitHub's document for an answer without a result.
  static func message(_ status: Int, _ text: String) -> Self {
    json(status, ["message": .string(text), "status": .string(String(status))])
  }

  static var notFound: Self { message(404, "Not Found") }

  /// A document that cannot be taken as it is.
  static func invalid(_ resource: String, _ code: String) -> Self {
    json(
      422,
      [
        "message": "Validation Failed",
        "errors": [["resource": .string(resource), "code": .string(code)]],
        "status": "422",
      ]
    )
  }
}
