import Model

/// Says what the work is about, in the form that its reader wants.
struct Log: Sendable {
  private let format: LogFormat
  private let verbosity: CommonOptions.Verbosity
  private let talk: @Sendable (String) -> Void
  private let now: Timestamp
  /// Whether a line may be written over, as progress is.
  let isTerminal: Bool

  init(_ common: CommonOptions, _ world: World) {
    let isInActions = world.variables["GITHUB_ACTIONS"] == "true"
    format = common.logFormat ?? (isInActions ? .actions : .text)
    verbosity = common.verbosity
    talk = world.talk
    now = common.now ?? world.now
    isTerminal = world.isTerminal && format == .text && verbosity != .quiet
  }

  /// Said only with `--verbose`.
  func detail(_ text: String) {
    if verbosity == .verbose { write(.detail(text)) }
  }

  func information(_ text: String) {
    if verbosity != .quiet { write(.information(text)) }
  }

  /// A warning or an error is said even with `--quiet`.
  func say(_ diagnostic: Diagnostic) {
    if verbosity != .quiet || diagnostic.severity > .note { write(.diagnostic(diagnostic)) }
  }

  /// Folds what `body` says under a title, where the form knows folding.
  func group<Result>(
    _ title: String,
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    guard format == .actions, verbosity != .quiet else { return try await body() }
    write(.groupStart(title))
    defer { write(.groupEnd) }
    return try await body()
  }

  /// Writes over the line before; nothing where that cannot be.
  func progress(_ bar: ProgressBar) {
    if isTerminal { talk("\r\u{1B}[2K\(bar.text)") }
  }

  /// Takes the progress away.
  func endProgress() {
    if isTerminal { talk("\r\u{1B}[2K") }
  }

  /// Hides a value in everything that a runner prints.
  func mask(_ secret: Secret) {
    if format == .actions { talk(WorkflowCommand.mask(secret).text + "\n") }
  }

  private func write(_ content: LogLine.Content) {
    endProgress()
    if let line = LogLine(content, at: now).formatted(as: format) { talk(line + "\n") }
  }
}
