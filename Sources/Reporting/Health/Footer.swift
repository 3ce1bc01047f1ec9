import Model

/// The small print: of what day, when, by which run and version.
struct Footer {
  private let input: ReportInput
  private let read: Inline?

  /// Takes what was `read`, for a document of several repositories.
  init(_ input: ReportInput, read: Inline? = nil) {
    (self.input, self.read) = (input, read)
  }

  /// With the time and the run, for a document that stands for itself.
  var full: Inline {
    let origin = input.origin
    let run = origin.runNumber.map { number -> Inline in
      " by \(input.links.external(origin.runURL, "run \(NumberText.count(number))"))"
    }
    let written: Inline = "written \(DateText.instant(origin.writtenAt))\(run ?? "")"
    let previous = input.weekly?.previousIssue.map { input.links.issue($0, "last week") }
    let parts = [data, written, read, version, reading, settings, previous].compactMap(\.self)
    return .joined(parts, by: " · ")
  }

  /// For the summary of a run, which knows its run already.
  var short: Inline { .joined([data, version, reading], by: " · ") }

  private var data: Inline { "Data to \(DateText.dayAndYear(input.date)) (UTC)" }
  private var version: Inline { "RepoVitals \(input.origin.version)" }
  private var reading: Inline { input.links.page("reading.md", "how to read this") }
  private var settings: Inline { input.links.page("configuration.md", "settings") }
}
