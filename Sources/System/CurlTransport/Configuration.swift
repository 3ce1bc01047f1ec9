extension CurlTransport {
  /// The limits of every request and of the connections they share.
  package struct Configuration: Hashable, Sendable {
    /// Time for the name look-up, the connection and the TLS handshake.
    package var connectTimeout: Duration
    /// Time from the first step of the connection to the last byte.
    package var totalTimeout: Duration
    /// A transfer that stays below this many bytes a second ends as `tooSlow`; 0 sets no limit.
    package var lowSpeedBytesPerSecond: Int
    /// How long a transfer may stay below the lowest speed; whole seconds, at least 1.
    package var lowSpeedSeconds: Int
    /// The largest body kept, counted after decompression.
    package var maximumBodyBytes: Int
    /// Requests under way to one origin, and so its connections; further ones wait their turn.
    package var maximumHostConnections: Int
    /// A PEM file of the authorities to trust instead of those of the system.
    package var caFile: String?
    /// Whether `https_proxy` and its kin in the environment are obeyed, as curl does.
    package var usesProxies: Bool
    /// Speaks HTTP/2 at once over plain TCP, to a server that is known to understand it.
    package var assumesHTTP2: Bool

    package init(
      connectTimeout: Duration = .seconds(10),
      totalTimeout: Duration = .seconds(60),
      lowSpeedBytesPerSecond: Int = 16,
      lowSpeedSeconds: Int = 30,
      maximumBodyBytes: Int = 32 << 20,
      maximumHostConnections: Int = 8,
      caFile: String? = nil,
      usesProxies: Bool = true,
      assumesHTTP2: Bool = false
    ) {
      self.connectTimeout = connectTimeout
      self.totalTimeout = totalTimeout
      self.lowSpeedBytesPerSecond = lowSpeedBytesPerSecond
      self.lowSpeedSeconds = lowSpeedSeconds
      self.maximumBodyBytes = maximumBodyBytes
      self.maximumHostConnections = maximumHostConnections
      self.caFile = caFile
      self.usesProxies = usesProxies
      self.assumesHTTP2 = assumesHTTP2
    }
  }
}

extension Duration {
  /// Whole milliseconds, at least 1: libcurl reads 0 as "its own default".
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
