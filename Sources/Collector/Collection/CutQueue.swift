import GitHub
import Model

/// Items of one stream whose inside was cut off, to be read again in the order they were met.
///
/// The queue is noted in the stream's cursor with every page: what was cut off would never be
/// looked for again, since the item itself is stored and does not change.
struct CutQueue: Hashable, Sendable {
  /// Node ids of items to be read again with the largest page.
  private(set) var ids: [String] = []
  /// Items with more inside than the largest page holds.
  private(set) var long: [CutItem] = []

  var isEmpty: Bool { ids.isEmpty && long.isEmpty }

  mutating func append(_ item: CutItem) {
    if item.isLong {
      long.append(item)
    } else if !ids.contains(item.id) {
      ids.append(item.id)
    }
  }

  /// Forgets the first items, which were read again.
  mutating func removeFirst(_ count: Int) {
    ids.removeFirst(min(count, ids.count))
  }

  /// Forgets the first long item, which was read whole.
  mutating func removeFirstLong() {
    if !long.isEmpty { long.removeFirst() }
  }
}

extension CutQueue {
  private static let separator: Character = "\n"

  /// Takes the queue of the run before out of the stream's cursor.
  ///
  /// - Returns: The state without it.
  mutating func resume(_ state: StreamState?) -> StreamState? {
    guard var state, let cursor = state.cursor else { return state }
    let lines = cursor.split(separator: Self.separator, omittingEmptySubsequences: false)
    guard lines.count == 2 else { return state }
    state.cursor = lines[0].isEmpty ? nil : String(lines[0])
    ids = lines[1].split(separator: " ").map(String.init)
    return state
  }

  /// The state with the queue in the second line of its cursor.
  func noted(in state: StreamState) -> StreamState {
    guard !isEmpty else { return state }
    var state = state
    let all = ids + long.map(\.id)
    state.cursor = "\(state.cursor ?? "")\(Self.separator)\(all.joined(separator: " "))"
    return state
  }
}
