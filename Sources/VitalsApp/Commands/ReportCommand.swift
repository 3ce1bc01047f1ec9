import Model
import Storage
import SQLiteStorage
import Reporting

/// `vitals report`: store → files.
struct ReportCommand: Sendable {
  private let options: ReportOptions
  private let session: Session

  init(_ options: ReportOptions, _ session: Session) {
    self.options = options
    self.session = session
  }

  func run() async throws -> ExitStatus {
    try await session.reading { store in
      let stage = try ReportStage(session, store: store, templates: options.templates)
      let repositories = try await StoredRepositories(session, store).find()
      guard options.kind != .portfolio else {
        try await writePortfolio(of: repositories, stage)
        return
      }
      var data: [String] = []
      let files = ReportFiles(folder: options.output, isAlone: repositories.count == 1)
      try await repositories.inOrder { repository in
        (repository.name, try await report(on: repository, stage, store))
      } _: { name, report in
        if let view = report.view { session.world.output(view + "\n") }
        let path = try files.write(report.document, of: name, as: options.format)
        data.append(report.document.data)
        session.log.information("\(name): \(path)")
      }
      show(data)
    }
    return .success
  }

  /// Prints the data of the reports, where that is asked for: one document, or a list of several.
  private func show(_ data: [String]) {
    guard session.options.isJSON else { return }
    let list = data.count == 1 ? data[0] : "[\(data.joined(separator: ",\n"))]"
    session.world.output(list + "\n")
  }

  /// Somebody looks on, and has not said where or in which form they want the report instead.
  private var showsView: Bool {
    session.world.isOutputTerminal && options.output == nil && options.format == .markdown
      && !session.options.isJSON
  }

  private func writePortfolio(of repositories: [Repository], _ stage: ReportStage) async throws {
    let document = try await stage.portfolio(of: repositories, on: options.date)
    let path = try ReportFiles(folder: options.output, isAlone: true)
      .write(document, as: options.format)
    let count = CountText.of(repositories.count, "repository", "repositories")
    session.log.information("\(count): \(path)")
    show([document.data])
  }

  @concurrent
  private func report(
    on repository: Repository,
    _ stage: ReportStage,
    _ store: any MetricStore
  ) async throws -> (document: ReportDocument, view: String?) {
    let analysis = try await StoredRepositories(session, store).analysis(of: repository)
    let date = try session.date(options.date, of: analysis)
    guard options.kind == .weekly else {
      let report = try await stage.report(of: repository, on: date)
      return (report.document, showsView ? TerminalView(report.input).text : nil)
    }
    let week = Week(endedBy: date)
    return (try await stage.weeklyReport(of: repository, week, on: week.sunday), nil)
  }
}

/// Where reports are written.
struct ReportFiles: Sendable {
  let folder: String
  private let isAlone: Bool

  /// - Parameters:
  ///   - folder: `reports` when nil.
  ///   - isAlone: Several repositories each get a folder of their own.
  init(folder: String?, isAlone: Bool) {
    self.folder = folder ?? "reports"
    self.isAlone = isAlone
  }

  /// Writes a report, and gives the path of the file.
  func write(
    _ document: ReportDocument,
    of repository: RepositoryName,
    as format: ReportOptions.Format = .markdown
  ) throws -> String {
    let base = isAlone ? folder : "\(folder)/\(repository)"
    let path = "\(base)/\(document.marker.kind)"
    return try write(document.full, or: document.data, to: path, as: format)
  }

  /// Writes a portfolio, and gives the path of the file.
  func write(_ document: PortfolioDocument, as format: ReportOptions.Format) throws -> String {
    let path = "\(folder)/\(PortfolioDocument.name)"
    return try write(document.text, or: document.data, to: path, as: format)
  }

  private func write(
    _ text: String,
    or data: String,
    to path: String,
    as format: ReportOptions.Format
  ) throws -> String {
    switch format {
    case .markdown:
      try Files.write(text, to: "\(path).md")
      return "\(path).md"
    case .json:
      try Files.write(data + "\n", to: "\(path).json")
      return "\(path).json"
    }
  }
}
