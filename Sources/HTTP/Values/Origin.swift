package import FoundationEssentials

/// Scheme, host and port of a URL: the border that a credential must not cross.
package struct Origin: Hashable, Sendable {
  package let scheme: String
  package let host: String
  package let port: Int

  /// Nil unless the URL is http or https and names a host.
  package init?(_ url: URL) {
    guard let scheme = url.scheme?.lowercased(), let host = url.host()?.lowercased() else {
      return nil
    }
    guard !host.isEmpty, scheme == "https" || scheme == "http" else { return nil }
    self.scheme = scheme
    self.host = host
    port = url.port ?? (scheme == "https" ? 443 : 80)
  }
}
