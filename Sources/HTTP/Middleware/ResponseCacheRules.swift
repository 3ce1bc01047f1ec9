import FoundationEssentials

/// Which answers are kept, under which key, and for how long they are believed unasked.
package struct ResponseCacheRules: Sendable {
  /// What a request may carry that makes its answer one of its own.
  private static let personal = ["Authorization", "If-Modified-Since", "If-None-Match", "Range"]
  /// The fields, besides the credential, by which GitHub's answers differ.
  private static let varying = ["Accept", "X-GitHub-Api-Version"]

  /// The only servers whose answers are kept: the URL of another may hold a secret.
  private let origins: Set<Origin>
  private let credential: String
  let lifetime: Duration
  private let maximumSize: Int

  /// - Parameters:
  ///   - origins: The servers whose answers are kept.
  ///   - credential: Names the credential without telling it, as in `primary`: answers and ETags
  ///     differ by credential, and this becomes part of the keys that are stored.
  ///   - lifetime: How long an answer is believed without asking.
  ///   - maximumSize: Bytes of the largest body that is kept.
  package init(
    origins: Set<Origin>,
    credential: String,
    lifetime: Duration = .seconds(300),
    maximumSize: Int = 1 << 20
  ) {
    self.origins = origins
    self.credential = credential
    self.lifetime = lifetime
    self.maximumSize = maximumSize
  }

  /// The key of a read's answer; nil for what the cache leaves alone.
  func key(of request: Request) -> String? {
    guard request.method == .get, let origin = Origin(request.url), origins.contains(origin),
      Self.personal.allSatisfy({ request.headers[$0] == nil }),
      !request.hasDirective("no-store")
    else { return nil }
    let fields = Self.varying.map { request.headers[$0] ?? "" }
    // Neither a URL nor a header field holds a line's end.
    return (["GET", request.url.absoluteString] + fields + [credential]).joined(separator: "\n")
  }

  /// Whether the caller wants to hear from the server, however fresh the answer is.
  func mustAsk(_ request: Request) -> Bool {
    request.hasDirective("no-cache")
  }

  /// What is kept of an answer; nil when it may not be, or cannot be asked for conditionally.
  func storable(_ response: Response) -> StoredResponse? {
    guard response.status == 200, response.body.count <= maximumSize, response.isWhole,
      response.headers["Cache-Control"]?.lowercased().contains("no-store") != true
    else { return nil }
    return StoredResponse(response)
  }
}

extension Request {
  fileprivate func hasDirective(_ name: String) -> Bool {
    headers["Cache-Control"]?.lowercased().contains(name) ?? false
  }
}
