import Analytics
import Collector
import Delivery
import GitHub
import Model
import Reporting
import Resilience
import Settings
import Storage

/// Writes, keeps or takes away the comment of one pull request.
struct CommentStage: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let store: any MetricStore
  private let options: CommentOptions

  init(
    _ session: Session,
    api: GitHubAPI,
    store: any MetricStore,
    _ options: CommentOptions
  ) {
    self.session = session
    self.api = api
    self.store = store
    self.options = options
  }

  /// Makes the comment from what is known, and brings it where the options say.
  func write(on pull: PullNow, in repository: Repository) async throws -> CommentEnd {
    let stage = try ReportStage(session, store: store, templates: options.templates)
    let analysis = try await StoredRepositories(session, store).analysis(of: repository)
    let day = session.dataDate(of: analysis)
    guard let outlook = analysis.outlook(of: PullSubject(pull), on: day, now: session.now) else {
      session.log.information("a bot opened pull request \(pull.number); nothing to say")
      return try await finish(nil, on: pull, in: repository.name)
    }
    let report = try await stage.input(of: repository, analysis, on: day)
    let comment = PullComment(outlook, report: report, wanted: session.settings.comment.reasons)
    let body = comment.isWorthSaying ? try comment.document(templates: stage.templates).body : nil
    guard session.options.isDryRun else {
      return try await finish(body, on: pull, in: repository.name)
    }
    let hasComment = !CommentPlan.own(marker(pull), among: pull.comments).isEmpty
    let data = JSONWriter.text(comment.data, .init(isIndented: true)) + "\n"
    let shown =
      try body ?? comment.refusal(templates: stage.templates, hasComment: hasComment)
    session.world.output(session.options.isJSON ? data : shown)
    return .shown
  }

  private func finish(
    _ body: String?,
    on pull: PullNow,
    in name: RepositoryName
  ) async throws -> CommentEnd {
    guard let path = options.output else { return try await post(body, on: pull, in: name) }
    let file = CommentFile(
      repository: pull.repository,
      pull: pull.number,
      head: pull.head,
      body: body
    )
    try Files.write(file.text, to: path)
    session.log.information("comment on pull request \(pull.number): \(path)")
    return .told(pull: pull.number, action: "written", file: path)
  }

  /// Brings a comment to its pull request; a closed one keeps what it has.
  func post(
    _ body: String?,
    on pull: PullNow,
    in name: RepositoryName
  ) async throws -> CommentEnd {
    guard !session.options.isDryRun else {
      if !session.options.isJSON {
        session.world.output(body ?? "No comment on pull request \(pull.number).\n")
      }
      return .told(pull: pull.number, action: body == nil ? "skipped" : "printed", body: body)
    }
    guard pull.isOpen else {
      throw Silence.reason("Pull request \(pull.number) is closed; nothing was written.")
    }
    let delivery = CommentDelivery(api: api, repository: name)
    let outcome: CommentDelivery.Outcome
    do {
      outcome = try await delivery.deliver(body, marker: marker(pull), on: pull)
    } catch let failure as APIFailure
      where failure.failureClass == .permission && session.environment.actions != nil
    {
      // The token of a fork's pull request only reads; another workflow writes for it.
      throw Silence.reason(
        "The token may not comment on pull request \(pull.number); it needs `pull-requests: write`, "
          + "and for one from a fork the second workflow of docs/pull-requests.md."
      )
    }
    let place = outcome.url.map { ": \($0)" } ?? ""
    session.log.information(
      "comment on pull request \(pull.number) \(outcome.action.rawValue)\(place)"
    )
    return .told(pull: pull.number, action: outcome.action.rawValue, url: outcome.url)
  }

  private func marker(_ pull: PullNow) -> OwnMarker {
    .pullComment(on: pull.number, of: pull.repository)
  }
}

/// What became of a comment.
enum CommentEnd {
  /// Its document is printed already.
  case shown
  /// What was done; with where the comment is, or the text that would be there.
  case told(
    pull: Int?,
    action: String,
    url: String? = nil,
    file: String? = nil,
    body: String? = nil
  )
  /// Why nothing was written.
  case silence(String)
}

extension CommentEnd {
  /// The document `repo-vitals/comment/1`; nil where another one is printed.
  var json: JSONValue? {
    switch self {
    case .shown: nil
    case .told(let pull, let action, let url, let file, let body):
      Self.document(pull, action, url, file, body, nil)
    case .silence(let reason): Self.document(nil, "skipped", nil, nil, nil, reason)
    }
  }

  private static func document(
    _ pull: Int?,
    _ action: String,
    _ url: String?,
    _ file: String?,
    _ body: String?,
    _ reason: String?
  ) -> JSONValue {
    [
      "schema": "repo-vitals/comment/1", "pull": JSONValue(pull), "action": .string(action),
      "url": JSONValue(url), "file": JSONValue(file), "body": JSONValue(body),
      "reason": JSONValue(reason),
    ]
  }
}

extension PullSubject {
  fileprivate init(_ pull: PullNow) {
    self.init(
      number: pull.number,
      author: pull.author,
      createdAt: pull.createdAt,
      isDraft: pull.isDraft,
      size: pull.size,
      isAnswered: pull.isAnswered,
      isKnownAuthor: pull.isKnownAuthor
    )
  }
}

extension CommentSettings {
  /// What the occasions stand for; a long queue is a kind of waiting.
  fileprivate var reasons: Set<PullOutlook.Reason> {
    Set(
      occasions.flatMap { occasion -> [PullOutlook.Reason] in
        switch occasion {
        case .firstTime: [.firstTime]
        case .waiting: [.waiting, .queue]
        case .large: [.large]
        }
      }
    )
  }
}
