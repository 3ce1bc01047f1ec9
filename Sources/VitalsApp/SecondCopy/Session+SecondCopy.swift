import Collector
import GitHub
import Model
import SQLiteStorage
import Settings
import Storage

extension Session {
  /// Brings the second copy up to date, as the last write of a run, and says what became of it.
  ///
  /// - Returns: The entry in the run's record; nil where nothing was brought.
  func writeCopy(
    of store: SQLiteStorage,
    after results: [CollectionResult],
    api: GitHubAPI
  ) async throws -> RunRecord.DeliveredRecord? {
    guard let place = copyPlace, mayWriteCopy else { return nil }
    let audience = try await audience(of: place.repository, after: results, api: api)
    let outcome = try await BackupStage(self, api: api, place: place).run(store, for: audience)
    switch outcome {
    case .failed(let sentence): log.say(Diagnostic(.warning, sentence))
    case .unchanged: log.detail("The second copy is up to date.")
    case .created, .updated:
      log.information("second copy \(outcome) on the branch \(place.branch)")
    }
    return outcome.record(of: place, server: environment.serverURL)
  }

  /// Who can read what lies in a repository; everybody, where that cannot be found out.
  func audience(
    of home: RepositoryName,
    after results: [CollectionResult],
    api: GitHubAPI
  ) async throws -> Audience {
    if let known = results.compactMap(\.repository).first(where: { $0.name == home }) {
      return known.isPrivate ? .members : .everybody
    }
    do {
      return try await api.visibility(of: [home])[home] == .members ? .members : .everybody
    } catch let error where CollectionFailure(error, stream: nil) != nil {
      return .everybody
    }
  }
}
