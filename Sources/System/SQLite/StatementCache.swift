/// Prepared statements between two uses, by their text.
final class StatementCache {
  /// The place of one text: empty while its statement is in use.
  final class Slot {
    private var statement: Statement?

    func take() -> Statement? { statement.take() }

    /// Keeps the statement for its next use, instead of one that was put here meanwhile.
    func put(_ used: consuming Statement) {
      used.reset()
      statement = consume used
    }
  }

  private var slots: [String: Slot] = [:]

  var texts: [String] { slots.keys.sorted() }

  func slot(for text: String) -> Slot {
    if let slot = slots[text] { return slot }
    let slot = Slot()
    slots[text] = slot
    return slot
  }

  func removeAll() {
    slots.removeAll()
  }
}
