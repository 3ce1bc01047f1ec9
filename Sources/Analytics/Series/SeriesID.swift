/// A daily series of the catalogue, in its order (docs/metrics.md, section 4).
package enum SeriesID: String, Hashable, Sendable, CaseIterable {
  case commits
  case contributors
  case issuesOpened = "issues.opened"
  case issuesClosed = "issues.closed"
  case pullsOpened = "pulls.opened"
  case pullsMerged = "pulls.merged"
  case reviews
  case stars
  case forks
  case views
  case visitors
  case clones
  case cloners
  case downloads
}
