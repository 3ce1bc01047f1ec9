import Foundation
import HTTP
import Model
import Resilience
import Synchronization
import TestSupport
import Testing

private let unavailable = Response(503)
private let home = "https://api.github.com"

private func request(
  _ method: Request.Method = .get,
  _ url: String = "\(home)/user",
  isSafeToRepeat: Bool? = nil
) throws -> Request {
  Request(method, try #require(URL(string: url)), isSafeToRepeat: isSafeToRepeat)
}

private func redirect(_ status: Int = 302, to location: String) -> Response {
  Response(status, ["Location": location])
}

struct RetryTests {
  private let clock = InstantClock()

  private func retry() -> Retry<InstantClock, SeededGenerator> {
    Retry(
      clock: clock,
      now: { Timestamp(seconds: 1_000) },
      generator: SeededGenerator(seed: 1)
    )
  }

  @Test func `a server error is tried again after a delay`() async throws {
    let transport = ScriptedTransport([unavailable, Response(200)])
    let client = Client(transport: transport, middlewares: [retry()])
    #expect(try await client.send(request()).status == 200)
    #expect(clock.sleeps.count == 1)
    #expect(transport.requests.count == 2)
  }

  @Test(arguments: [503, 201])
  func `a write that may have been done is not sent again`(_ status: Int) async throws {
    let html = Response(status, ["Content-Type": "text/html"], text: "<html>")
    let transport = ScriptedTransport([html])
    let client = Client(transport: transport, middlewares: [retry()])
    #expect(try await client.send(request(.post)).status == status)
    #expect(transport.requests.count == 1)
  }

  @Test func `the last answer is the outcome when all attempts failed`() async throws {
    let transport = ScriptedTransport(Array(repeating: unavailable, count: 5))
    let client = Client(transport: transport, middlewares: [retry()])
    #expect(try await client.send(request()).status == 503)
    #expect(transport.unusedAnswers == 0)
  }

  @Test func `a limit is waited for by the server's clock`() async throws {
    let limited = Response(
      403,
      [
        "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "784111787",
        "Date": "Sun, 06 Nov 1994 08:49:37 GMT",
      ]
    )
    let client = Client(
      transport: ScriptedTransport([limited, Response(200)]),
      middlewares: [retry()]
    )
    #expect(try await client.send(request()).status == 200)
    #expect(clock.sleeps == [.seconds(11)])
  }

  static let lost: [(reason: TransportError.Reason, isSentAgain: Bool)] = [
    (.connectionClosed, false), (.timedOut, false), (.tooSlow, false),
    (.connectionRefused, true), (.unresolvedHost, true),
  ]

  @Test(arguments: lost)
  func `a POST is never sent twice when it may have arrived`(
    reason: TransportError.Reason,
    isSentAgain: Bool
  ) async throws {
    let error = TransportError(reason, request: "POST", detail: "lost")
    let transport = ScriptedTransport(answers: [.failure(error), .success(Response(201))])
    let client = Client(transport: transport, middlewares: [retry()])
    let outcome = await Result { try await client.send(request(.post)).status }
    #expect(transport.requests.count == (isSentAgain ? 2 : 1))
    #expect((try? outcome.get()) == (isSentAgain ? 201 : nil))
  }

  @Test func `a POST that only reads is sent again`() async throws {
    let transport = ScriptedTransport([Response(502), Response(200)])
    let client = Client(transport: transport, middlewares: [retry()])
    #expect(try await client.send(request(.post, isSafeToRepeat: true)).status == 200)
  }
}

struct CredentialTests {
  private func client(_ transport: ScriptedTransport) throws -> Client {
    let origin = try #require(Origin(request().url))
    return Client(
      transport: transport,
      middlewares: [Redirects(), Authorization(Secret("t0ken"), for: [origin])]
    )
  }

  static let targets: [(location: String, isHome: Bool)] = [
    ("/repositories/1", true), ("https://API.github.com:443/a", true),
    ("https://codeload.github.com/a", false), ("http://api.github.com/a", false),
    ("https://api.github.com:8443/a", false), ("//evil.example/a", false),
    ("https://api.github.com@evil.example/a", false),
  ]

  @Test(arguments: targets)
  func `the token stays home over a redirect`(location: String, isHome: Bool) async throws {
    let transport = ScriptedTransport([redirect(to: location), Response(200)])
    _ = try await client(transport).send(request())
    #expect(transport.requests.count == 2)
    #expect(transport.requests.first?.headers["Authorization"] == "Bearer t0ken")
    #expect(transport.requests.last?.headers["Authorization"] == (isHome ? "Bearer t0ken" : nil))
  }

  @Test func `a token that the caller set is dropped on the way too`() async throws {
    let transport = ScriptedTransport([redirect(to: "https://evil.example/"), Response(200)])
    var call = try request()
    call.headers["authorization"] = "Bearer mine"
    _ = try await Client(transport: transport, middlewares: [Redirects()]).send(call)
    #expect(transport.requests.last?.headers["Authorization"] == nil)
  }

  @Test func `a request to another host gets no token`() async throws {
    let transport = ScriptedTransport([Response(200)])
    _ = try await client(transport).send(request(.get, "https://evil.example/"))
    #expect(transport.requests.first?.headers["Authorization"] == nil)
  }
}

struct RedirectsTests {
  typealias Example = (
    method: Request.Method, status: Int, location: String, isFollowed: Bool
  )
  static let examples: [Example] = [
    (.get, 301, "/a", true), (.head, 308, "https://b.example/", true), (.post, 302, "/a", true),
    (.patch, 301, "/a", true),
    (.post, 307, "/a", true), (.patch, 308, "/a", true),
    (.delete, 307, "https://b.example/", false),
    (.get, 304, "/a", false), (.get, 302, "file:///etc/passwd", false),
  ]

  @Test(arguments: examples)
  func `only what may go elsewhere is followed`(example: Example) async throws {
    let transport = ScriptedTransport([
      redirect(example.status, to: example.location), Response(200),
    ])
    let client = Client(transport: transport, middlewares: [Redirects()])
    let response = try await client.send(request(example.method))
    #expect(response.status == (example.isFollowed ? 200 : example.status))
    #expect(transport.requests.last?.method == example.method)
  }

  @Test func `a circle ends as one sentence`() async throws {
    let transport = ScriptedTransport(Array(repeating: redirect(to: "/user"), count: 6))
    let client = Client(transport: transport, middlewares: [Redirects()])
    let error = await #expect(throws: RedirectLoop.self) { try await client.send(request()) }
    #expect(
      error?.description
        == "GET \(home)/user was redirected more than 5 times: check the address."
    )
  }
}

struct AdmissionTests {
  @Test func `a host that keeps failing is left alone, and the others are not`() async throws {
    let clock = InstantClock()
    let transport = ScriptedTransport(Array(repeating: unavailable, count: 6) + [Response(200)])
    let client = Client(transport: transport, middlewares: [Admission(clock: clock)])
    for _ in 0..<5 { _ = try await client.send(request()) }
    let error = await #expect(throws: HostUnavailable.self) { try await client.send(request()) }
    #expect(
      error?.description
        == "api.github.com keeps failing and is left alone for 30 s: try later."
    )
    #expect(try await client.send(request(.get, "https://other.example/")).status == 503)
    clock.advance(by: .seconds(30))
    #expect(try await client.send(request()).status == 200)
  }
}

struct WritePacingTests {
  @Test func `writes are a second apart and reads are not held up`() async throws {
    let clock = InstantClock()
    let transport = ScriptedTransport(Array(repeating: Response(200), count: 4))
    let client = Client(transport: transport, middlewares: [WritePacing(clock: clock)])
    clock.advance(by: .seconds(1))
    _ = try await client.send(request(.post))
    _ = try await client.send(request())
    _ = try await client.send(request(.post, "https://api.github.com/graphql"))
    #expect(clock.sleeps.isEmpty)
    _ = try await client.send(request(.patch))
    #expect(clock.sleeps == [.seconds(1)])
  }
}

struct MinutePacingTests {
  @Test func `what a minute forgives is not exceeded, and a write takes five`() async throws {
    let clock = InstantClock()
    let transport = ScriptedTransport(Array(repeating: Response(200), count: 5))
    let pacing = MinutePacing(rest: 7, graphQL: 1, clock: clock)
    let client = Client(transport: transport, middlewares: [pacing])
    _ = try await client.send(request(.post))
    clock.advance(by: .seconds(10))
    _ = try await client.send(request())
    _ = try await client.send(request())
    _ = try await client.send(request(.post, "\(home)/graphql"))
    #expect(clock.sleeps.isEmpty)
    _ = try await client.send(request())
    #expect(clock.sleeps == [.seconds(50)])
  }
}

struct ObserverTests {
  @Test func `requests, answers 304 and bytes are counted`() async throws {
    let counter = RequestCounter()
    let transport = ScriptedTransport([Response(200, text: "12345"), Response(304)])
    let client = Client(transport: transport, middlewares: [counter])
    _ = try await client.send(request(.post, "\(home)/graphql"))
    _ = try await client.send(request())
    counter.countRetry()
    var expected = RequestCounter.Snapshot()
    (expected.rest, expected.graphql, expected.notModified) = (1, 1, 1)
    (expected.points, expected.retries, expected.receivedBytes) = (1, 1, 5)
    #expect(counter.snapshot == expected)
  }

  @Test func `the trace tells neither query nor headers`() async throws {
    let events = Mutex<[String]>([])
    let trace = Trace(clock: InstantClock()) { event in
      events.withLock { $0.append("\(event)") }
    }
    let client = Client(transport: ScriptedTransport([Response(404)]), middlewares: [trace])
    var call = try request(.get, "https://me:hidden@api.github.com/user?q=hidden#hidden")
    call.headers["Authorization"] = "hidden"
    _ = try await client.send(call)
    let text = events.withLock { $0 }.joined()
    #expect(text.contains("GET \(home)/user") && text.contains("404"))
    #expect(!text.contains("hidden"))
  }

  @Test func `standard headers are set where they are absent`() async throws {
    let transport = ScriptedTransport([Response(200)])
    let standard = StandardHeaders(["User-Agent": "vitals", "Accept": "application/json"])
    var call = try request()
    call.headers["accept"] = "text/html"
    _ = try await Client(transport: transport, middlewares: [standard]).send(call)
    #expect(transport.requests.first?.headers == ["accept": "text/html", "User-Agent": "vitals"])
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
