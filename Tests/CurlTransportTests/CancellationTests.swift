import CurlTransport
import Foundation
import GitHubSimulator
import HTTP
import Testing

struct CancellationTests {
  @Test func `a task that is cancelled before it sends asks nothing of the server`() async throws {
    let server = try #require(RawServer(reply: "", then: .hold))
    let transport = CurlTransport(.local())
    let request = try local(port: server.port)
    await #expect(throws: CancellationError.self) {
      try await withThrowingTaskGroup(of: Response.self) { group in
        group.cancelAll()
        group.addTask { try await transport.send(request) }
        try await group.waitForAll()
      }
    }
    #expect(server.connectionCount == 0)
  }

  @Test(.timeLimit(.minutes(1)))
  func `cancelling the task ends its transfer`() async throws {
    let server = try #require(RawServer(reply: "", then: .hold))
    let transport = CurlTransport(.local())
    let request = try local(port: server.port)
    let task = Task { try await transport.send(request) }
    while server.connectionCount == 0 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a request that waits for its turn can be cancelled`() async throws {
    let server = try #require(RawServer(reply: "", then: .hold))
    let transport = CurlTransport(.local { $0.maximumHostConnections = 1 })
    let request = try local(port: server.port)
    let first = Task { try await transport.send(request) }
    while server.connectionCount == 0 { await Task.yield() }
    let second = Task { try await transport.send(request) }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    #expect(server.connectionCount == 1)
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a cancellation at any moment gives one outcome`() async throws {
    let server = try #require(LoopbackServer { _ in LoopbackServer.Response() })
    let transport = CurlTransport(.local())
    let request = try local(port: server.port)
    for delay in 0..<200 {
      let task = Task { try await transport.send(request) }
      for _ in 0..<delay { await Task.yield() }
      task.cancel()
      do {
        #expect(try await task.value.status == 200)
      } catch {
        #expect(error is CancellationError)
      }
    }
    #expect(try await transport.send(request).status == 200)
  }

  @Test(.timeLimit(.minutes(1)))
  func `shutting down fails what is under way and what comes later`() async throws {
    let server = try #require(RawServer(reply: "", then: .hold))
    let transport = CurlTransport(.local())
    let request = try local(port: server.port)
    async let underWay = failure(of: request, over: transport)
    while server.connectionCount == 0 { await Task.yield() }
    transport.shutdown()
    #expect(try await underWay.detail == "the network transport was shut down")
    let late = try await failure(of: request, over: transport)
    #expect(late.detail == "the network transport is shut down")
    transport.shutdown()
  }
}
