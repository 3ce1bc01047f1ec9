import Analytics
import Model

/// A repository among others.
struct PortfolioEntry {
  let input: ReportInput
  let standing: Standing
  let verdict: Verdict
  /// With the owner where the repositories have several.
  let name: String

  init(_ input: ReportInput, showsOwner: Bool) {
    self.input = input
    standing = Standing(input)
    verdict = Verdict(input)
    let name = input.repository.name
    self.name = showsOwner ? name.description : name.name
  }

  /// Nil where the repository is not judged.
  var score: Double? { if case .judged(let score) = standing { score } else { nil } }

  /// In points over four weeks; nil where the score then is not known.
  var change: Double? {
    guard let now = input.score.value, let before = input.fourWeeksAgo?.value else { return nil }
    return now - before
  }

  /// The way that its state tells of.
  var course: Direction { Direction.of(input)?.direction ?? .steady }

  /// True with an open alert, or a score that has left its band downwards.
  var needsSomeone: Bool {
    guard let score else { return false }
    guard input.alerts.isEmpty else { return true }
    return input.score.publishedBand.map { Band(score: score) < $0 } ?? false
  }

  /// A number behind one of the parts; nil where it is not known.
  func count(_ name: String, of part: ComponentID) -> Int? {
    input.score.component(part)?.count(name)
  }

  /// The name in bold, leading to the repository.
  var link: Inline {
    .strong(input.links.external("\(input.origin.trimmedServer)/\(input.repository.name)", name))
  }

  /// `alert for 39 days`, leading to its issue; nil where none is open.
  var alert: Inline? {
    guard let first = input.alerts.first else { return nil }
    let name = first.issue.map { input.links.issue($0, "alert") } ?? "alert"
    let days = first.since.distance(to: input.date)
    let age: Inline = days > 0 ? "\(name) for \(CountText.of(days, "day"))" : "new \(name)"
    let others = input.alerts.count - 1
    return others > 0 ? "\(age) and \(others) more" : age
  }
}

extension ReportInput.Origin {
  /// The server without a slash at its end.
  fileprivate var trimmedServer: String {
    server.hasSuffix("/") ? String(server.dropLast()) : server
  }
}
