import CurlTransport
import Foundation
import GitHubSimulator
import HTTP
import Testing

struct FailureTests {
  @Test func `a refused connection says so, without the query`() async throws {
    let server = try #require(LoopbackServer { _ in LoopbackServer.Response() })
    let port = server.port
    _ = consume server
    let error = try await failure(
      of: local(port: port, path: "/user?token=hidden", headers: ["Authorization": "hidden"]),
      over: CurlTransport(.local())
    )
    #expect(error.reason == .connectionRefused)
    #expect(error.request == "GET http://127.0.0.1:\(port)/user")
    #expect(!error.description.contains("hidden"))
    #expect(error.description.contains("Couldn't connect to server."))
  }

  @Test func `a write takes a connection of its own, which libcurl never tries again`() async throws
  {
    let server = try #require(
      RawServer(reply: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", then: .hold)
    )
    // The kept connection would be silent for ever.
    let transport = CurlTransport(.local { $0.totalTimeout = .seconds(5) })
    _ = try await transport.send(local(port: server.port))
    #expect(try await transport.send(local(.post, port: server.port)).status == 200)
    #expect(server.connectionCount == 2)
  }

  static let bodies: [(length: Int, isKept: Bool)] = [(999, true), (1_000, true), (1_001, false)]

  @Test(arguments: bodies)
  func `a body is read up to its limit and not further`(length: Int, isKept: Bool) async throws {
    let server = try #require(
      LoopbackServer { _ in LoopbackServer.Response(body: Array(repeating: 7, count: length)) }
    )
    let transport = CurlTransport(.local { $0.maximumBodyBytes = 1_000 })
    let request = try local(port: server.port)
    guard !isKept else {
      #expect(try await transport.send(request).body.count == length)
      return
    }
    let error = try await failure(of: request, over: transport)
    #expect(error.reason == .bodyTooLarge)
    #expect(error.detail == "the body is larger than 1000 bytes")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a connection that is never ready ends at the connect time-out`() async throws {
    let server = try #require(RawServer(reply: "", then: .hold))
    // The TLS handshake belongs to the connection, and nobody answers it.
    let url = try #require(URL(string: "https://127.0.0.1:\(server.port)/"))
    let error = try await failure(
      of: Request(.get, url),
      over: CurlTransport(.local { $0.connectTimeout = .milliseconds(100) })
    )
    #expect(error.reason == .timedOut)
  }

  @Test(.timeLimit(.minutes(1)))
  func `an answer that does not come ends at the total time-out`() async throws {
    let server = try #require(RawServer(reply: "", then: .hold))
    let error = try await failure(
      of: local(port: server.port),
      over: CurlTransport(.local { $0.totalTimeout = .milliseconds(100) })
    )
    #expect(error.reason == .timedOut)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a body that trickles ends at the lowest speed`() async throws {
    let server = try #require(
      RawServer(reply: "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nx", then: .hold)
    )
    let error = try await failure(
      of: local(port: server.port),
      over: CurlTransport(
        .local {
          $0.lowSpeedBytesPerSecond = 1_000
          $0.lowSpeedSeconds = 1
        }
      )
    )
    #expect(error.reason == .tooSlow)
  }

  static let replies: [(reply: String, reason: TransportError.Reason)] = [
    ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", .connectionClosed),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", .connectionClosed),
    ("HTTP/1.1 200 OK\r\nContent-", .connectionClosed),
    ("\n", .malformedResponse),
    ("SSH-2.0-OpenSSH_9.2\r\n", .malformedResponse),
  ]

  @Test(arguments: replies)
  func `an answer that is cut off or no HTTP is told apart`(
    reply: String,
    reason: TransportError.Reason
  ) async throws {
    let server = try #require(RawServer(reply: reply, then: .close))
    let error = try await failure(
      of: local(port: server.port),
      over: CurlTransport(.local())
    )
    #expect(error.reason == reason, "\(error)")
  }

  @Test func `a name that does not exist is told apart`() async throws {
    let url = try #require(URL(string: "http://nowhere.invalid/"))
    let error = try await failure(of: Request(.get, url), over: CurlTransport(.local()))
    #expect(error.reason == .unresolvedHost)
  }

  @Test func `another protocol is refused`() async throws {
    let url = try #require(URL(string: "file:///etc/hostname"))
    let error = try await failure(of: Request(.get, url), over: CurlTransport(.local()))
    #expect(error.reason == .other)
  }

  @Test func `a header cannot smuggle a second one`() async throws {
    let request = try local(port: 1, headers: ["X-Name": "a\r\nX-Other: b"])
    let error = try await failure(of: request, over: CurlTransport(.local()))
    #expect(error.detail == #"its header "X-Name" has a character that no header may have"#)
  }
}
