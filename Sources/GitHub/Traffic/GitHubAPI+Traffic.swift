package import Model

extension GitHubAPI {
  /// Reads views or clones by day, of the last 14 times 24 hours.
  ///
  /// `GET /repos/{owner}/{repo}/traffic/views` and `…/clones`, of which each needs
  /// Administration: read, which a workflow's own token never has:
  /// https://docs.github.com/rest/metrics/traffic. Days begin at midnight UTC; the first one may
  /// be cut, the last ones may still grow, and a day without anything may be left out.
  ///
  /// - Parameters:
  ///   - kind: What to count.
  ///   - repository: Whose traffic.
  /// - Returns: The days as GitHub gave them.
  /// - Throws: ``APIFailure``, of class `permission` where the token may not read traffic.
  package func traffic(
    _ kind: TrafficDay.Kind,
    of repository: RepositoryName
  ) async throws -> [TrafficDay] {
    let url = url(path(repository, "traffic", kind.rawValue), query: [("per", "day")])
    let answer: RESTPage<TrafficReply> = try await page(url)
    return answer.payload.days.compactMap { row in
      Timestamp(row.timestamp)
        .map { TrafficDay(day: $0.day, kind: kind, count: row.count, uniques: row.uniques) }
    }
  }
}

/// The document of either endpoint, whose list is named after what it counts.
private struct TrafficReply: Decodable {
  struct Row: Decodable {
    var timestamp: String
    var count: Int
    var uniques: Int
  }

  private enum CodingKeys: String, CodingKey {
    case views
    case clones
  }

  let days: [Row]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    days =
      try container.decodeIfPresent([Row].self, forKey: .views)
      ?? container.decode([Row].self, forKey: .clones)
  }
}
