import FoundationEssentials
import Model

/// What the stored record of a run says of its course; keys of newer records are optional.
struct PastRun: Decodable, Sendable {
  let started: Timestamp
  let outcome: String
  let requests: Requests
  let errors: [Problem]
  let limits: [Limit]?

  struct Requests: Decodable, Sendable {
    let rest: Int
    let graphql: Int
    let points: Int
    let notModified: Int
    let failed: Int?
  }

  struct Problem: Decodable, Sendable {
    let `class`: String
    let count: Int
  }

  struct Limit: Decodable, Sendable {
    let resource: String
    let limit: Int
    let remaining: Int
    let resetAt: String
  }

  /// Nil for what is no record of a run.
  init?(_ document: String) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let run = try? decoder.decode(PastRun.self, from: Data(document.utf8)) else { return nil }
    self = run
  }

  /// REST requests that cost something, which answers 304 do not.
  var paidRequests: Int { requests.rest - requests.notModified }

  private enum CodingKeys: CodingKey {
    case started, outcome, requests, errors, limits
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .started)
    guard let instant = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .started,
        in: container,
        debugDescription: "no instant"
      )
    }
    started = instant
    outcome = try container.decode(String.self, forKey: .outcome)
    requests = try container.decode(Requests.self, forKey: .requests)
    errors = try container.decode([Problem].self, forKey: .errors)
    limits = try container.decodeIfPresent([Limit].self, forKey: .limits)
  }
}
