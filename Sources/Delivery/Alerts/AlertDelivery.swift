package import GitHub
package import Model

/// Carries out what a plan says of one alert.
package struct AlertDelivery: Sendable {
  private let api: GitHubAPI
  private let repository: RepositoryName

  package init(api: GitHubAPI, repository: RepositoryName) {
    (self.api, self.repository) = (api, repository)
  }

  /// A comment on a change, with the marker in its first line.
  package struct Remark: Hashable, Sendable {
    package var marker: OwnMarker
    package var body: String

    package init(marker: OwnMarker, body: String) {
      (self.marker, self.body) = (marker, body)
    }
  }

  /// Opens an issue, whatever closed ones there are about the same.
  package func open(_ document: IssueDocument) async throws -> IssueDelivery.Outcome {
    try await IssueDelivery(api: api, repository: repository).open(document)
  }

  /// Replaces the text of an open issue, unless it stands there already.
  ///
  /// - Returns: Whether it was replaced.
  package func update(
    _ number: Int,
    from shown: String?,
    to document: IssueDocument
  ) async throws -> Bool {
    let isShown =
      shown.map { IssueDocument.comparable($0) } == IssueDocument.comparable(document.body)
    guard !isShown else { return false }
    try await change(number, IssueChange(body: document.body))
    return true
  }

  /// Opens a closed issue again with a new title and text.
  package func reopen(_ number: Int, with document: IssueDocument) async throws {
    let change = IssueChange(title: document.title, body: document.body, state: .open)
    try await self.change(number, change)
  }

  package func close(_ number: Int) async throws {
    try await change(number, IssueChange(state: .completed))
  }

  /// Writes a comment, unless the tool wrote the same before and only did not live to note it.
  package func say(_ remark: Remark, on number: Int) async throws {
    guard try await !isSaid(remark, on: number) else { return }
    for _ in 1..<Self.attempts {
      do {
        _ = try await api.createComment(remark.body, on: number, in: repository)
        return
      } catch {
        // The answer may have been lost, not the comment.
        guard error.leavesInDoubt else { throw error }
        if try await isSaid(remark, on: number) { return }
      }
    }
    _ = try await api.createComment(remark.body, on: number, in: repository)
  }

  /// How often a comment is sent whose answer gets lost.
  private static let attempts = 3

  private func isSaid(_ remark: Remark, on number: Int) async throws -> Bool {
    let comments = try await api.issueNow(number, in: repository)?.comments ?? []
    return comments.contains { comment in
      comment.isByViewer && OwnMarker(in: comment.body) == remark.marker
    }
  }

  private func change(_ number: Int, _ change: IssueChange) async throws {
    _ = try await api.change(number, in: repository, to: change)
  }
}
