import GitHub
import Model
import Reporting
import Settings

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
  func file(_ path: String, for pull: PullNow) throws -> CommentFile {
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
    if let problem = file.problems(for: pull.repository, links: links).first {
      throw AppFailure(
        .failure,
        "The comment in \(path) was changed: \(problem) Nothing was written."
      )
    }
    return file
  }
}
