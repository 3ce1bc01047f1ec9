import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

private let home = "https://api.github.com"
private let tag = "W/\"abc\""
private let unchanged = Response(304)

private func page(_ headers: Headers = ["ETag": tag], text: String = "[1]") -> Response {
  Response(200, headers, text: text)
}

private func request(
  _ method: Request.Method = .get,
  _ url: String = "\(home)/repos/a/b/releases",
  _ headers: Headers = [:]
) throws -> Request {
  Request(method, try #require(URL(string: url)), headers: headers)
}

/// The cache of one run over a script of answers.
private struct Run {
  let clock = InstantClock()
  let transport: ScriptedTransport
  let client: Client
  private let counter = RequestCounter()

  init(
    _ answers: [Response],
    store: any ResponseStore = MemoryResponses(),
    credential: String = "primary",
    maximumSize: Int = 1_024
  ) throws {
    transport = ScriptedTransport(answers)
    let rules = ResponseCacheRules(
      origins: [try #require(Origin(try request().url))],
      credential: credential,
      maximumSize: maximumSize
    )
    let cache = ResponseCache(store: store, rules: rules, clock: clock) { [counter] _ in
      counter.countCached()
    }
    client = Client(transport: transport, middlewares: [Redirects(), cache, counter])
  }

  /// Reads once every 5 minutes, when nothing is fresh any more.
  func readLater(_ count: Int) async throws -> [Response] {
    var responses: [Response] = []
    for _ in 0..<count {
      responses.append(try await client.send(request()))
      clock.advance(by: .seconds(300))
    }
    return responses
  }

  var conditions: [String?] { transport.requests.map { $0.headers["If-None-Match"] } }
  var counts: RequestCounter.Snapshot { counter.snapshot }
}

struct RevalidationTests {
  @Test func `what has not changed is the old body with the new headers`() async throws {
    let limit: Headers = ["ETag": tag, "X-RateLimit-Remaining": "41"]
    let run = try Run([
      page(["ETag": tag, "Last-Modified": "yesterday", "X-RateLimit-Remaining": "42"]),
      Response(304, limit), page(["ETag": "\"new\""], text: "[2]"), unchanged,
    ])
    let responses = try await run.readLater(4)
    #expect(responses.map(\.status) == [200, 200, 200, 200])
    #expect(responses.map(\.body) == ["[1]", "[1]", "[2]", "[2]"].map { Array($0.utf8) })
    #expect(responses[1].headers["X-RateLimit-Remaining"] == "41")
    #expect(run.conditions == [nil, tag, tag, "\"new\""])
    let dates = run.transport.requests.map { $0.headers["If-Modified-Since"] }
    #expect(dates == [nil, "yesterday", "yesterday", nil])
    #expect(run.counts.notModified == 2)
  }

  @Test func `the next run asks whether the answer still holds`() async throws {
    let store = MemoryResponses()
    _ = try await Run([page()], store: store).readLater(1)
    let second = try Run([unchanged], store: store)
    #expect(try await second.readLater(1).map(\.body) == [Array("[1]".utf8)])
    #expect(second.conditions == [tag])
  }

  @Test func `the Link of a 304 counts, and is kept when it has none`() async throws {
    let run = try Run([
      page(), Response(304, ["Link": "<https://api.github.com/2>; rel=\"next\""]), unchanged,
    ])
    let links = try await run.readLater(3).map { $0.headers["Link"] }
    let next = "<https://api.github.com/2>; rel=\"next\""
    #expect(links == [nil, next, next])
  }

  @Test func `the tag outlives a 304 without one`() async throws {
    let run = try Run([page(), unchanged, unchanged])
    let tags = try await run.readLater(3).map { $0.headers["ETag"] }
    #expect(tags == [tag, tag, tag])
    #expect(run.conditions == [nil, tag, tag])
  }

  @Test func `a failure leaves what is kept as it was`() async throws {
    let run = try Run([page(), Response(502, ["ETag": "\"502\""]), Response(404), unchanged])
    #expect(try await run.readLater(4).map(\.status) == [200, 502, 404, 200])
    #expect(run.conditions == [nil, tag, tag, tag])
  }

  private static let unkept: [(name: String, response: Response)] = [
    ("without a validator", page([:])),
    ("with another status", Response(202, ["ETag": tag])),
    ("a failure", Response(404, ["ETag": tag])),
    ("too large", page(text: String(repeating: "1", count: 1_025))),
    ("cut short", page(["ETag": tag, "Content-Type": "application/json"], text: "[1")),
    ("not to be stored", page(["ETag": tag, "Cache-Control": "private, no-store"])),
  ]

  @Test(arguments: unkept)
  private func `some answers are not kept`(name: String, response: Response) async throws {
    let run = try Run([response, page()])
    for _ in 0..<2 { _ = try await run.client.send(request()) }
    #expect(run.conditions == [nil, nil], "\(name)")
  }

  @Test func `answers differ by address, by what is accepted and by credential`() async throws {
    let store = MemoryResponses()
    let run = try Run(Array(repeating: page(), count: 3), store: store)
    _ = try await run.client.send(request())
    _ = try await run.client.send(request(.get, "\(home)/repos/a/b/releases?page=2"))
    _ = try await run.client.send(request(.get, headers: ["Accept": "text/html"]))
    #expect(run.conditions == [nil, nil, nil])
    let other = try Run([page()], store: store, credential: "traffic")
    _ = try await other.client.send(request())
    #expect(other.conditions == [nil])
  }

  @Test func `each place of a redirect has its own answer, and other servers have none`()
    async throws
  {
    let first = Response(302, ["Location": "/repositories/1", "ETag": "\"moved\""])
    let run = try Run([first, page(), first, unchanged])
    _ = try await run.readLater(2)
    #expect(run.conditions == [nil, nil, nil, tag])
    let elsewhere = try Run([page(), page()])
    for _ in 0..<2 {
      _ = try await elsewhere.client.send(request(.get, "https://codeload.github.com/?token=x"))
    }
    #expect(elsewhere.conditions == [nil, nil])
  }
}

struct FreshnessTests {
  @Test func `the same read within five minutes needs no request`() async throws {
    let run = try Run([page(["ETag": tag, "Link": "l", "X-RateLimit-Remaining": "9"]), unchanged])
    _ = try await run.client.send(request())
    run.clock.advance(by: .seconds(299))
    let again = try await run.client.send(request())
    #expect(again == page(["ETag": tag, "Link": "l"]))
    #expect(run.counts.cached == 1)
    #expect(run.counts.rest == 1)
    run.clock.advance(by: .seconds(1))
    _ = try await run.client.send(request())
    #expect(run.conditions == [nil, tag])
  }

  @Test func `a caller may insist on the server, or do without the cache`() async throws {
    let run = try Run([page(), unchanged, page()])
    _ = try await run.client.send(request())
    _ = try await run.client.send(request(headers: ["Cache-Control": "no-cache"]))
    _ = try await run.client.send(request(headers: ["Cache-Control": "no-store"]))
    #expect(run.conditions == [nil, tag, nil])
    #expect(run.counts.cached == 0)
  }

  @Test func `a failure ends freshness`() async throws {
    let run = try Run([page(), Response(404), unchanged])
    _ = try await run.client.send(request())
    _ = try await run.client.send(request(headers: ["Cache-Control": "no-cache"]))
    _ = try await run.client.send(request())
    #expect(run.conditions == [nil, tag, tag])
  }

  @Test func `a write ends the freshness of every read, and a query does not`() async throws {
    let run = try Run([page(), Response(200), Response(200), unchanged])
    _ = try await run.client.send(request())
    _ = try await run.client.send(request(.post, "\(home)/graphql"))
    _ = try await run.client.send(request())
    #expect(run.counts.cached == 1)
    _ = try await run.client.send(request(.patch, "\(home)/repos/a/b/issues/1"))
    _ = try await run.client.send(request())
    #expect(run.conditions == [nil, nil, nil, tag])
  }

  @Test func `a lost write ends freshness too`() async throws {
    let transport = ScriptedTransport(answers: [
      .success(page()), .failure(TransportError(.timedOut, request: "PATCH", detail: "lost")),
      .success(unchanged),
    ])
    let rules = ResponseCacheRules(
      origins: [try #require(Origin(try request().url))],
      credential: "primary"
    )
    let cache = ResponseCache(store: MemoryResponses(), rules: rules, clock: InstantClock())
    let client = Client(transport: transport, middlewares: [cache])
    _ = try await client.send(request())
    await #expect(throws: TransportError.self) { try await client.send(request(.patch)) }
    _ = try await client.send(request())
    #expect(transport.requests.count == 3)
  }

  private static let others: [Request.Method] = [.head, .post, .put, .patch, .delete]

  @Test(arguments: others)
  private func `other methods go through as they are`(method: Request.Method) async throws {
    let run = try Run([page(), page(), page()])
    _ = try await run.client.send(request())
    for _ in 0..<2 { _ = try await run.client.send(request(method)) }
    #expect(run.conditions == [nil, nil, nil])
    #expect(run.counts.cached == 0)
  }

  private static let personal: [Headers] = [
    ["Authorization": "Bearer mine"], ["If-None-Match": "\"mine\""], ["Range": "bytes=0-1"],
  ]

  @Test(arguments: personal)
  private func `what a caller asks in its own way is left alone`(headers: Headers) async throws {
    let run = try Run([page(), unchanged])
    _ = try await run.client.send(request())
    #expect(try await run.client.send(request(headers: headers)).status == 304)
    #expect(run.conditions[1] == headers["If-None-Match"])
  }
}

private func request(
  _ method: Request.Method = .get,
  headers: Headers
) throws -> Request {
  try request(method, "\(home)/repos/a/b/releases", headers)
}
