import Model
package import Resilience

extension Response {
  /// What the server says of the quota; nil where it sets no limit.
  ///
  /// A server without limits says nothing, or 0 of 0.
  package var rateLimit: RateLimit? {
    guard
      let limit = headers["x-ratelimit-limit"].flatMap({ Int($0) }), limit > 0,
      let remaining = headers["x-ratelimit-remaining"].flatMap({ Int($0) }),
      let resetAt = headers["x-ratelimit-reset"].flatMap({ Int($0) })
    else { return nil }
    return RateLimit(
      limit: limit,
      remaining: remaining,
      used: headers["x-ratelimit-used"].flatMap { Int($0) } ?? limit - remaining,
      resetAt: resetAt,
      resource: headers["x-ratelimit-resource"] ?? "core"
    )
  }

  /// `retry-after` in seconds.
  package var retryAfter: Int? {
    headers["retry-after"].flatMap { Int($0) }
  }

  /// Seconds until the quota is renewed, at least 0; nil where the server sets no limit.
  ///
  /// A host's clock may be wrong, and so may a proxy's: whichever of the two clocks puts the
  /// renewal within the hour that a window lasts is believed, the server's first.
  ///
  /// - Parameter now: Seconds since 1970 by the host's clock.
  package func secondsUntilReset(at now: Int) -> Int? {
    guard let resetAt = rateLimit?.resetAt else { return nil }
    let waits = [serverTime, now].compactMap(\.self).map { resetAt - $0 }
    return max(0, waits.first { (0...3_600).contains($0) } ?? waits.last ?? 0)
  }

  /// The `Date` header in seconds since 1970, as in `Wed, 01 Apr 2026 06:00:00 GMT`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9110#field.date
  var serverTime: Int? {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let words = headers["Date"]?.split(separator: " ") ?? []
    guard
      words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])),
      let day = Int(words[1]), let year = Int(words[3]),
      let date = Day(year: year, month: month + 1, day: day)
    else { return nil }
    return Timestamp("\(date)T\(words[4])Z")?.seconds
  }
}
