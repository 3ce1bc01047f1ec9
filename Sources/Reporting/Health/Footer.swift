import Model

/// The small print: of what day, when, by which run and version.
struct Footer {
  private let input: ReportInput
  private let read: Inline?
  /// Leads to the issue of the week before.
  private let previous: Inline?

  init(_ input: ReportInput) {
    let previous = input.weekly?.previousIssue.map { input.links.issue($0, Self.lastWeek) }
    self.init(input, read: nil, previous: previous)
  }

  /// Takes what was `read`, for a document of several repositories, and where the one before is.
  init(_ input: ReportInput, read: Inline?, previous: Inline?) {
    (self.input, self.read, self.previous) = (input, read, previous)
  }

  static let lastWeek = "last week"

  /// With the time and the run, for a document that stands for itself.
  var full: Inline {
    let origin = input.origin
    let run = origin.runNumber.map { number -> Inline in
      " by \(input.links.external(origin.runURL, "run \(NumberText.count(number))"))"
    }
    let written: Inline = "written \(DateText.instant(origin.writtenAt))\(run ?? "")"
    let parts = [data, written, read, version, reading, settings, previous].compactMap(\.self)
    return .joined(parts, by: " · ")
  }

  /// For the summary of a run, which knows its run already.
  var short: Inline { .joined([data, read, version, reading].compactMap(\.self), by: " · ") }

  private var data: Inline { "Data to \(DateText.dayAndYear(input.date)) (UTC)" }
  private var version: Inline { "RepoVitals \(input.origin.version)" }
  private var reading: Inline { input.links.page("reading.md", "how to read this") }
  private var settings: Inline { input.links.page("configuration.md", "settings") }
}
