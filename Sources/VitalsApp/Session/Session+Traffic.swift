import GitHub
import Model
import Resilience
import Settings
import Storage

/// What a token is for, which tells the answers to two of them apart.
enum TokenRole: String, Sendable {
  case primary
  case traffic
}

extension Session {
  /// The GitHub that the environment names, with the token that may read traffic.
  ///
  /// - Parameters:
  ///   - budget: What the run may use.
  ///   - store: Keeps answers between runs.
  /// - Returns: Nil without such a token, or with an empty one, as where a secret is not set; one
  ///   that cannot be a token is said and left out.
  /// - Throws: ``AppFailure`` when an address of the environment is none.
  func trafficGitHub(
    budget: Resilience::RequestBudget,
    store: any MetricStore
  ) throws -> GitHubAPI? {
    switch settings.github.trafficToken {
    case .absent, .empty: return nil
    case .malformed(let sentence):
      log.say(Diagnostic(.warning, "Traffic is not read: \(sentence)."))
      return nil
    case .present(let token):
      log.mask(token)
      return try github(token, budget: budget, store: store, role: .traffic)
    }
  }
}
