package import Model
import Synchronization

/// A GitHub with one made-up repository, which listens on loopback as long as this object lives.
///
/// It answers what `vitals` asks and nothing else. Same life, same clock, same writing: the same
/// bytes.
package final class SimulatedGitHub: Sendable {
  private let service: Service
  private let server: LoopbackServer

  /// Starts to listen; nil when the port is taken.
  ///
  /// - Parameters:
  ///   - life: What there is to tell.
  ///   - token: The only token that is accepted.
  ///   - now: The instant at which GitHub believes to be.
  ///   - port: 0 lets the system choose a free one.
  package init?(
    _ life: Simulation = Simulation(),
    token: String = "simulated-token",
    now: Timestamp = Simulation.defaultNow,
    port: UInt16 = 0
  ) {
    let service = Service(life: life, token: token, now: now)
    guard let server = LoopbackServer(port: port, { service.answer($0) }) else { return nil }
    self.service = service
    self.server = server
  }

  /// The base of the REST interface, as `GITHUB_API_URL` wants it.
  package var baseURL: String { server.address }

  /// The GraphQL interface, as `GITHUB_GRAPHQL_URL` wants it.
  package var graphQLURL: String { "\(server.address)/graphql" }

  /// What was asked so far, in the order in which it came, without the administration.
  package var requests: [LoggedRequest] { service.state.withLock(\.requests) }

  /// Tells GitHub what time it is, later or earlier than before.
  package func setClock(_ now: Timestamp) {
    service.state.withLock { $0.now = now }
  }

  /// Answers the next requests with a failure instead.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - status: The HTTP status of each.
  ///   - headers: Fields that come with it, as in `retry-after`.
  package func failNext(_ count: Int, status: Int, headers: [(name: String, value: String)] = []) {
    service.state.withLock { state in
      state.failures += Array(
        repeating: State.Failure(status: status, headers: headers),
        count: count
      )
    }
  }

  /// The names of the branches that were written.
  package var branches: [String] { service.state.withLock { $0.git.branches.keys.sorted() } }

  /// A request as it came in.
  package struct LoggedRequest: Hashable, Sendable {
    package var method: String
    /// Without the query.
    package var path: String
    /// The name of the GraphQL document; nil for REST.
    package var operation: String?
  }

  /// What changes while the server runs.
  struct State: Sendable {
    var now: Timestamp
    var written: [WrittenItem] = []
    var labels: [String] = []
    var git = GitObjects()
    var requests: [LoggedRequest] = []
    var failures: [Failure] = []
    var refused = Refused()

    /// What may not be read of the repository.
    struct Refused: Decodable, Sendable {
      /// First parts of what stands below it in REST, as in `stargazers`.
      var paths: Set<String>?
      /// Members of it in GraphQL's answer, as in `issues`.
      var members: Set<String>?
    }

    struct Failure: Sendable {
      var status: Int
      var headers: [(name: String, value: String)]
    }
  }
}
