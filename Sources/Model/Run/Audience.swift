/// Who can read what a run keeps and writes.
package enum Audience: Hashable, Sendable {
  /// Those who may read the repositories themselves.
  case members
  /// Everybody, as with the caches and branches of a public repository.
  case everybody
}
