package import Analytics
package import Model

/// One metric at one date.
package struct MetricReading: Hashable, Sendable {
  /// As in `pulls.open`.
  package var id: String
  package var value: Double?
  package var status: MetricStatus
  /// The first day known, of a partial value.
  package var since: Day?
  package var reason: String?

  package init(
    _ id: String,
    _ value: Double?,
    status: MetricStatus = .observed,
    since: Day? = nil,
    reason: String? = nil
  ) {
    self.id = id
    self.value = value
    self.status = status
    self.since = since
    self.reason = reason
  }
}

/// How far one kind of data has been read.
package struct StreamReading: Hashable, Sendable {
  package var stream: Stream
  /// The first day known; nil when nothing was read.
  package var knownSince: Day?
  /// True when everything from the creation on is known.
  package var isComplete: Bool
  /// True when nothing of it was ever given, and the last run was refused again.
  package var isRefused: Bool
  /// How many rows are read, and how many GitHub counts; nil where it does not say.
  package var read: Int
  package var total: Int?

  package init(
    _ stream: Stream,
    knownSince: Day?,
    isComplete: Bool,
    isRefused: Bool = false,
    read: Int = 0,
    total: Int? = nil
  ) {
    self.stream = stream
    self.knownSince = knownSince
    self.isComplete = isComplete
    self.isRefused = isRefused
    self.read = read
    self.total = total
  }
}

/// Something the report would show if it could be collected.
package struct MissingReading: Hashable, Sendable {
  /// A place in the documentation where the remedy is described.
  package struct Page: Hashable, Sendable {
    package var path: String
    package var text: String

    package init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }
  }

  /// As in `traffic`.
  package var id: String
  package var what: String
  package var why: String
  package var remedy: String
  /// Stands behind the remedy.
  package var page: Page?

  package init(id: String, what: String, why: String, remedy: String, page: Page? = nil) {
    self.id = id
    self.what = what
    self.why = why
    self.remedy = remedy
    self.page = page
  }

  /// Readings that GitHub shows only as of now and that went with a store.
  ///
  /// Who keeps a second copy already is told to look after it.
  package static func lost(_ loss: HistoryLoss, hasCopy: Bool) -> MissingReading {
    let sentence = loss.sentence
    return MissingReading(
      id: "history",
      what: "Daily counts before \(DateText.dayAndYear(loss.until.day))",
      why: sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence,
      remedy: hasCopy ? "Look after the second copy: " : "Keep a second copy: ",
      page: Page("storage.md#a-second-copy", hasCopy ? "how it is kept" : "two lines")
    )
  }

  /// Data whose last reading was refused or failed.
  ///
  /// - Parameters:
  ///   - what: What is missing, with a capital letter.
  ///   - id: As in `stars`.
  ///   - failure: Why, and behind its last semicolon what to do.
  /// - Returns: The row of it.
  package static func unread(_ what: String, id: String, because failure: String) -> MissingReading
  {
    let clause = failure.hasSuffix(".") ? String(failure.dropLast()) : failure
    let need = "the token needs "
    var (why, remedy) = (clause, "the next run asks for it again")
    if let cut = clause.ranges(of: "; ").last {
      (why, remedy) = (String(clause[..<cut.lowerBound]), String(clause[cut.upperBound...]))
    }
    if remedy.hasPrefix(need) { remedy = "give the token " + remedy.dropFirst(need.count) }
    let isVague = remedy == "check what the token may do"
    return MissingReading(
      id: id,
      what: what,
      why: why.capitalizedFirst,
      remedy: remedy.capitalizedFirst + (isVague ? ": " : ""),
      page: isVague ? Page("permissions.md", "what each part needs") : nil
    )
  }

  /// Views and clones, which need a second token.
  package static let traffic = MissingReading(
    id: "traffic",
    what: "Views and clones",
    why: "GitHub does not show them to the workflow's own token",
    remedy: "Add a second token: ",
    page: Page("traffic.md", "two minutes")
  )

  /// The comparison, where the store knows no other repositories.
  package static let peers = peers(0)

  /// The comparison, where the store knows so many others of similar size.
  package static func peers(_ count: Int) -> MissingReading {
    let least = NumberText.word(PeerComparison.leastPeers)
    let known = count == 1 ? "One other" : "\(NumberText.capitalWord(count)) others"
    return MissingReading(
      id: "peers",
      what: "Comparison with others",
      why: count == 0
        ? "No peers are named"
        : "\(known) of similar size \(count == 1 ? "is" : "are") known; it takes \(least)",
      remedy: "Add ",
      page: Page("configuration.md#peers", "peers")
    )
  }
}
