import Model
import Storage
import SQLiteStorage
import Reporting

/// `vitals report`: store → files.
struct ReportCommand: Sendable {
  private let options: ReportOptions
  private let session: Session

  init(_ options: ReportOptions, _ session: Session) throws {
    guard options.kind == nil || options.kind == .health else {
      let kind = options.kind?.rawValue ?? ""
      throw AppFailure(.usage, "`vitals report \(kind)` is not part of this version.")
    }
    self.options = options
    self.session = session
  }

  func run() async throws -> ExitStatus {
    try await session.reading { store in
      let stage = try ReportStage(session, store: store, templates: options.templates)
      let repositories = try await StoredRepositories(session, store).find()
      for repository in repositories {
        let report = try await stage.report(of: repository, on: options.date ?? session.dataDate)
        let files = ReportFiles(folder: options.output, isAlone: repositories.count == 1)
        let path = try files.write(report, of: repository.name, as: options.format)
        session.log.information("\(repository.name): \(path)")
      }
    }
    return .success
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
    _ report: ReportStage.Report,
    of repository: RepositoryName,
    as format: ReportOptions.Format = .markdown
  ) throws -> String {
    let base = isAlone ? folder : "\(folder)/\(repository)"
    switch format {
    case .markdown:
      try Files.write(report.document.full, to: "\(base)/health.md")
      return "\(base)/health.md"
    case .json:
      try Files.write(report.document.data + "\n", to: "\(base)/health.json")
      return "\(base)/health.json"
    }
  }
}
