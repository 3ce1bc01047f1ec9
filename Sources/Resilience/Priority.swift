/// What waits least when requests must wait.
package enum Priority: Int, CaseIterable, Hashable, Sendable, Comparable {
  case backfill
  case sync
  case snapshot
  case delivery

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
