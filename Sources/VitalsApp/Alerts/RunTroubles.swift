import Collector
import Delivery
import Model
import Storage

/// What a collection met that may be worth an alert.
struct RunTroubles: Sendable {
  /// By what they are about.
  let answers: [AlertSubject: String]
  /// Whether facts of the day are missing that health is judged by.
  let hasGap: Bool

  /// - Parameters:
  ///   - failures: What the collection of a repository met.
  ///   - streams: Where its streams stand after it.
  init(_ failures: [CollectionFailure], _ streams: [Model.Stream: StreamState]) {
    let scored: Set<Model.Stream> = [.commits, .issues, .pulls, .forks]
    var answers: [AlertSubject: String] = [:]
    for failure in failures {
      let isLimit = ["primaryRateLimit", "secondaryRateLimit"].contains(failure.failureClass)
      guard isLimit else {
        let subject = AlertSubject(.collectionFailure, failure.stream?.rawValue ?? "repository")
        answers[subject] = answers[subject] ?? failure.description
        continue
      }
      // While the past is still being read, a limit is no trouble: the newest came first.
      let isReading = scored.contains { stream in
        if case .since = streams[stream]?.horizon { true } else { false }
      }
      if !isReading { answers[AlertSubject(.rateLimit)] = failure.description }
    }
    self.answers = answers
    hasGap = failures.contains { $0.stream.map(scored.contains) ?? true }
  }
}
