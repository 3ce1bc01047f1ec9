import HTTP

/// The header lines of a request as libcurl takes them.
enum RequestHead {
  /// `Name: value`, or `Name;` for a field without a value.
  ///
  /// Also takes back what libcurl adds by itself: the form content type, and `Expect:
  /// 100-continue`, which costs a round trip.
  static func lines(for request: Request) -> [String] {
    var lines = request.headers.fields.map { field in
      field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
    }
    for name in ["Expect", "Content-Type"] where request.headers[name] == nil {
      lines.append("\(name):")
    }
    return lines
  }

  /// The name of the first field that would break out of its line, nil when there is none.
  static func unsafeField(in headers: Headers) -> String? {
    headers.fields.first { field in
      field.name.isEmpty || !field.name.utf8.allSatisfy(isTokenByte)
        || !field.value.utf8.allSatisfy { $0 == UInt8(ascii: "\t") || $0 >= 0x20 && $0 != 0x7F }
    }?
    .name
  }

  // https://www.rfc-editor.org/rfc/rfc9110#name-tokens
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension Request.Method {
  /// Whether a request without a body still says that its length is 0.
  var expectsBody: Bool {
    [.post, .put, .patch].contains(self)
  }
}
