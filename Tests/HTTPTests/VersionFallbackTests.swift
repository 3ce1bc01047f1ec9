import Foundation
import HTTP
import TestSupport
import Testing

struct VersionFallbackTests {
  private static let refusal = Response(
    400,
    text: #"{"message":"The version in \"X-GitHub-Api-Version\" is not supported."}"#
  )

  /// Sends two requests, and gives the versions and paths that reached the server.
  private func send(
    to responses: [Response]
  ) async throws -> (sent: [String], statuses: [Int]) {
    let transport = ScriptedTransport(responses)
    let rest = try #require(URL(string: "https://ghe.example/api/v3"))
    let client = Client(transport: transport, middlewares: [VersionFallback(rest: rest)])
    let headers: Headers = ["X-GitHub-Api-Version": "2026-03-10", "Authorization": "Bearer x"]
    var statuses: [Int] = []
    for _ in 0..<2 {
      let request = Request(.get, rest.appending(path: "user"), headers: headers)
      statuses.append(try await client.send(request).status)
    }
    #expect(transport.requests.allSatisfy { $0.headers["Authorization"] == "Bearer x" })
    let sent = transport.requests.map {
      "\($0.url.lastPathComponent) \($0.headers["X-GitHub-Api-Version"] ?? "none")"
    }
    return (sent, statuses)
  }

  @Test func `a server that knows the version is asked nothing else`() async throws {
    let (sent, _) = try await send(to: [Response(200), Response(200)])
    #expect(sent == ["user 2026-03-10", "user 2026-03-10"])
  }

  @Test func `an older server gets the newest version that it knows, from then on`() async throws {
    let list = Response(200, text: #"["2021-01-01","2022-11-28"]"#)
    let (sent, statuses) = try await send(to: [Self.refusal, list, Response(200), Response(200)])
    #expect(
      sent == ["user 2026-03-10", "versions none", "user 2022-11-28", "user 2022-11-28"]
    )
    #expect(statuses == [200, 200])
  }

  @Test func `a server without a list gets no version`() async throws {
    let (sent, statuses) = try await send(
      to: [Self.refusal, Response(404), Response(200), Response(200)]
    )
    #expect(sent == ["user 2026-03-10", "versions none", "user none", "user none"])
    #expect(statuses == [200, 200])
  }

  @Test func `another fault of the request stays one`() async throws {
    let fault = Response(400, text: #"{"message":"Problems parsing JSON"}"#)
    let (sent, statuses) = try await send(to: [fault, fault])
    #expect(sent.count == 2 && statuses == [400, 400])
  }
}
