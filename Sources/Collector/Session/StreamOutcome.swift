import Model

/// What became of a stream that is read beside the others.
struct StreamOutcome: Sendable {
  var run: RunRecord.StreamRun
  var state: StreamState
  /// Why it ended early.
  var failure: CollectionFailure?
}
