import GitHub
import Model
import Reporting
import SQLiteStorage
import Settings
import Storage

/// `vitals comment`: the comment on a pull request, where one is worth writing.
struct CommentCommand: Sendable {
  private let options: CommentOptions
  private let session: Session

  init(_ options: CommentOptions, _ session: Session) {
    self.options = options
    self.session = session
  }

  func run() async throws -> ExitStatus {
    let token = try session.token()
    let end: CommentEnd
    do throws(Silence) {
      end = try await comment(token)
    } catch {
      switch error {
      case .reason(let sentence):
        session.log.say(Diagnostic(.note, sentence))
        end = .silence(sentence)
      case .failure(let failure): throw failure
      }
    }
    if session.options.isJSON, let document = end.json { session.print([document]) }
    return .success
  }

  private func comment(_ token: Secret) async throws(Silence) -> CommentEnd {
    do {
      return try await lending { store in
        let (name, stored) = try await repository(in: store)
        let budget = try await session.budget(units: nil, store: store)
        let api = try session.github(token, budget: budget, store: store)
        let finder = PullFinder(session, api: api, repository: name)
        let pull = try await finder.find(number: options.number)
        let file = try options.source.map { try finder.file($0, for: pull) }
        let stage = CommentStage(session, api: api, store: store, options)
        if let stored {
          // What another run prepared is made anew: nothing that a fork could have written is posted.
          return try await stage.write(on: pull, in: stored)
        }
        return try await stage.post(file?.body, on: pull, in: name)
      }
    } catch let silence as Silence {
      throw silence
    } catch {
      throw .failure(error)
    }
  }

  /// Lends the store; a comment that another run prepared can do without.
  private func lending(
    _ body: (any MetricStore) async throws -> CommentEnd
  ) async throws -> CommentEnd {
    do {
      return try await session.reading { try await body($0) }
    } catch let error as StoreError {
      let reason: String
      switch error {
      case .missing: reason = "There is no history to compare with yet"
      case .older: reason = "The history is of an earlier version until the next daily run"
      default: throw error
      }
      if options.source != nil { return try await body(MemoryStore()) }
      // In a workflow a daily run may be still to come; elsewhere it is a mistake.
      guard session.environment.actions != nil else { throw error }
      throw Silence.reason("\(reason); nothing was written.")
    }
  }

  /// The one repository that is asked for, and what the store knows of it.
  private func repository(
    in store: any MetricStore
  ) async throws -> (name: RepositoryName, stored: Repository?) {
    let known = try await store.repositories()
    let named = session.settings.github.repositories
    var wanted = named.isEmpty ? [session.environment.repository].compactMap(\.self) : named
    if wanted.isEmpty { wanted = known.map(\.name) }
    guard wanted.count == 1, let name = wanted.first else {
      throw AppFailure(.usage, "A comment is about one repository; name it with --repo OWNER/NAME.")
    }
    let stored = try await StoredRepositories(session, store)
      .repository(named: name, among: known)
    guard stored == nil, options.source == nil else { return (stored?.name ?? name, stored) }
    guard session.environment.actions != nil else {
      throw AppFailure(.usage, "\(name) is not in the store; run `vitals collect --repo \(name)`.")
    }
    throw Silence.reason("There is no history of \(name) yet; nothing was written.")
  }
}

/// Why nothing is written although nothing went wrong, or what did.
enum Silence: Error {
  case reason(String)
  case failure(any Error)
}
