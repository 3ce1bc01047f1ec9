package import FoundationEssentials

extension Request {
  /// The method and the URL without user, query and fragment, fit for errors and logs.
  package var traceDescription: String {
    "\(method.rawValue) \(url.traceDescription)"
  }
}

extension URL {
  /// The URL without user, query and fragment, where a token could stand.
  package var traceDescription: String {
    guard var parts = URLComponents(url: self, resolvingAgainstBaseURL: true) else {
      return host() ?? "an invalid URL"
    }
    (parts.user, parts.password, parts.query, parts.fragment) = (nil, nil, nil, nil)
    return parts.string ?? host() ?? "an invalid URL"
  }
}
