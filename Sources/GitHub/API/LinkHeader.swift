package import FoundationEssentials

/// The `Link` header of a paged list.
///
/// https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
package enum LinkHeader {
  /// The URL with the relation `next`, nil when this was the last page.
  package static func next(in header: String?) -> URL? {
    guard let header else { return nil }
    var rest = Substring(header)
    while let open = rest.firstIndex(of: "<") {
      guard let close = rest[open...].firstIndex(of: ">") else { return nil }
      let target = rest[rest.index(after: open)..<close]
      let parameters = rest[rest.index(after: close)...].prefix { $0 != "," && $0 != "<" }
      if parameters.split(separator: ";").contains(where: Self.isNext) {
        return URL(string: String(target))
      }
      rest = rest[parameters.endIndex...]
    }
    return nil
  }

  private static func isNext(_ parameter: Substring) -> Bool {
    let text = parameter.filter { $0 != " " && $0 != "\"" }.lowercased()
    return text == "rel=next"
  }
}
