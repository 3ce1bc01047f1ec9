import Analytics
import Delivery
import GitHub
import Model
import Reporting
import Resilience
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
    do throws(Silence) {
      try await comment(token)
    } catch {
      switch error {
      case .reason(let sentence): session.log.say(Diagnostic(.note, sentence))
      case .failure(let failure): throw failure
      }
    }
    return .success
  }

  private func comment(_ token: Secret) async throws(Silence) {
    do {
      try await session.reading { store in
        let budget = try await session.budget(units: nil, store: store)
        let api = try session.github(token, budget: budget, store: store)
        let repository = try await repository(in: store)
        let finder = PullFinder(session, api: api, repository: repository.name)
        let pull = try await finder.find(number: options.number)
        let stage = CommentStage(session, api: api, store: store, repository: repository)
        if let path = options.source {
          try await stage.post(try finder.file(path, for: pull, of: repository.id), on: pull)
        } else {
          try await stage.write(on: pull, options)
        }
      }
    } catch let silence as Silence {
      throw silence
    } catch let error as StoreError where isMissing(error) {
      throw .reason("There is no history to compare with yet; nothing was written.")
    } catch {
      throw .failure(error)
    }
  }

  /// In a workflow the first daily run may be still to come; elsewhere it is a mistake.
  private func isMissing(_ error: StoreError) -> Bool {
    guard case .missing = error else { return false }
    return session.environment.actions != nil
  }

  private func repository(in store: any MetricStore) async throws -> Repository {
    let found = try await StoredRepositories(session, store).find()
    guard found.count == 1, let repository = found.first else {
      throw AppFailure(.usage, "A comment is about one repository; name it with --repo OWNER/NAME.")
    }
    return repository
  }
}

/// Why nothing is written although nothing went wrong, or what did.
enum Silence: Error {
  case reason(String)
  case failure(any Error)
}

/// Finds the pull request that a command is about.
struct PullFinder: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let repository: RepositoryName

  init(_ session: Session, api: GitHubAPI, repository: RepositoryName) {
    self.session = session
    self.api = api
    self.repository = repository
  }

  /// The pull request of a number, or of the event when none is given.
  ///
  /// - Throws: ``Silence`` where there is none, or where it is closed.
  func find(number: Int?) async throws -> PullNow {
    let wanted: Int
    if let number { wanted = number } else { wanted = try await numberOfEvent() }
    guard let pull = try await api.pull(wanted, in: repository) else {
      let sentence = "\(repository) has no pull request \(wanted)"
      guard number == nil else { throw AppFailure(.usage, "\(sentence); check --pr.") }
      throw Silence.reason("\(sentence); nothing was written.")
    }
    return pull
  }

  private func numberOfEvent() async throws -> Int {
    guard let path = session.environment.actions?.eventPath, let bytes = try Files.read(path) else {
      throw AppFailure(.usage, "No pull request is named; give its number with --pr N.")
    }
    switch PullEvent(bytes) {
    case .pull(let number): return number
    case .head(let head, let commit): return try await number(of: head, at: commit)
    case PullEvent.none?, nil:
      throw Silence.reason("This event is about no pull request; nothing was written.")
    }
  }

  /// A branch at a commit stands for a pull request only where exactly one has it.
  private func number(of head: String, at commit: String) async throws -> Int {
    let numbers = try await api.openPulls(from: head, at: commit, in: repository)
    guard numbers.count == 1, let number = numbers.first else {
      let count =
        numbers.isEmpty ? "No open pull request has" : "\(numbers.count) pull requests have"
      throw Silence.reason(
        "\(count) the head \(head) at \(commit.prefix(12)); nothing was written."
      )
    }
    return number
  }

  /// The comment that another run prepared, where it is about the pull request as it is now.
  func file(_ path: String, for pull: PullNow, of id: RepositoryID) throws -> CommentFile {
    guard let bytes = try Files.read(path) else {
      throw AppFailure(.usage, "There is no file \(path); check --from.")
    }
    guard let file = CommentFile(bytes) else {
      throw AppFailure(.failure, "The file \(path) is no comment of vitals; nothing was written.")
    }
    guard file.pull == pull.number else {
      throw AppFailure(
        .failure,
        "The file \(path) is about pull request \(file.pull), the run about \(pull.number); "
          + "nothing was written."
      )
    }
    guard file.head == pull.head else {
      throw Silence.reason("Pull request \(pull.number) has a newer commit; nothing was written.")
    }
    let links = Links(server: session.environment.serverURL, repository: repository)
    if let problem = file.problems(for: id, links: links).first {
      throw AppFailure(
        .failure,
        "The comment in \(path) was changed: \(problem) Nothing was written."
      )
    }
    return file
  }
}
