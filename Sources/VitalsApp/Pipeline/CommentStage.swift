import Analytics
import Collector
import Delivery
import GitHub
import Model
import Reporting
import Settings
import Storage

/// Writes, keeps or takes away the comment of one pull request.
struct CommentStage: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let store: any MetricStore
  private let repository: Repository

  init(_ session: Session, api: GitHubAPI, store: any MetricStore, repository: Repository) {
    self.session = session
    self.api = api
    self.store = store
    self.repository = repository
  }

  /// Makes the comment from what is known, and brings it where the options say.
  func write(on pull: PullNow, _ options: CommentOptions) async throws {
    let stage = try ReportStage(session, store: store, templates: options.templates)
    let analysis = try await StoredRepositories(session, store).analysis(of: repository)
    let day = session.dataDate
    guard let outlook = analysis.outlook(of: PullSubject(pull), on: day, now: session.now) else {
      session.log.information("a bot opened pull request \(pull.number); nothing to say")
      return try await finish(nil, on: pull, options)
    }
    let report = try await stage.input(of: repository, analysis, on: day)
    let comment = PullComment(outlook, report: report, wanted: session.settings.comment.reasons)
    let body = comment.isWorthSaying ? try comment.document(templates: stage.templates).body : nil
    if session.options.isDryRun {
      let own = CommentPlan.own(marker(pull), among: pull.comments)
      let shown =
        try body
        ?? comment.refusal(templates: stage.templates, hasComment: !own.isEmpty)
      let data = JSONWriter.text(comment.data, .init(isIndented: true)) + "\n"
      return session.world.output(session.options.isJSON ? data : shown)
    }
    try await finish(body, on: pull, options)
  }

  private func finish(_ body: String?, on pull: PullNow, _ options: CommentOptions) async throws {
    let file = CommentFile(
      repository: repository.id,
      pull: pull.number,
      head: pull.head,
      body: body
    )
    guard let path = options.output else { return try await post(file, on: pull) }
    try Files.write(file.text, to: path)
    session.log.information("comment on pull request \(pull.number): \(path)")
  }

  /// Brings a comment to its pull request; a closed one keeps what it has.
  func post(_ file: CommentFile, on pull: PullNow) async throws {
    guard pull.isOpen else {
      throw Silence.reason("Pull request \(pull.number) is closed; nothing was written.")
    }
    guard !session.options.isDryRun else {
      return session.world.output(file.body ?? "No comment on pull request \(pull.number).\n")
    }
    let delivery = CommentDelivery(api: api, repository: repository.name)
    let outcome = try await delivery.deliver(file.body, marker: marker(pull), on: pull)
    let place = outcome.url.map { ": \($0)" } ?? ""
    session.log.information(
      "comment on pull request \(pull.number) \(outcome.action.rawValue)\(place)"
    )
  }

  private func marker(_ pull: PullNow) -> OwnMarker {
    .pullComment(on: pull.number, of: repository.id)
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
