import Model

/// *What is here already*: how far back each kind of data is known, while some is still to read.
struct HistorySection {
  private let input: ReportInput

  /// Nil when everything is read that is given.
  init?(_ input: ReportInput) {
    guard input.streams.contains(where: \.isReadOn) else { return nil }
    self.input = input
  }

  var section: ReportSection {
    let table = ReportTable(columns: ["data", "since", "left"], rows: complete + unfinished + now)
    return ReportSection("What is here already", tables: [("rows", table)])
  }

  /// The streams that are whole share a line.
  private var complete: [[Inline]] {
    let streams = streams { $0.isComplete && $0.stream.canBeComplete }
    guard !streams.isEmpty else { return [] }
    let names = streams.map(\.stream.words).joined(separator: ", ").capitalizedFirst
    let day = DateText.dayAndYear(input.repository.createdAt.day)
    return [[Inline(names), "\(day), the first day", "nothing"]]
  }

  private var unfinished: [[Inline]] {
    streams(where: \.isReadOn)
      .map { reading in
        let since = reading.knownSince.map(DateText.dayAndYear) ?? "not read yet"
        return [
          Inline(reading.stream.words.capitalizedFirst), Inline(since), Inline(left(reading)),
        ]
      }
  }

  private var now: [[Inline]] {
    streams { $0.stream == .snapshot }
      .map { reading in
        let since = reading.knownSince.map { DateText.day($0, near: input.date) } ?? "today"
        return [Inline(reading.stream.words.capitalizedFirst), Inline(since), "grows day by day"]
      }
  }

  private func left(_ reading: StreamReading) -> String {
    guard let total = reading.total, total >= reading.read else { return "an unknown number" }
    return "\(NumberText.count(total - reading.read)) of \(NumberText.count(total))"
  }

  private func streams(where matches: (StreamReading) -> Bool) -> [StreamReading] {
    let order = Stream.reportOrder
    return input.streams.filter(matches)
      .sorted {
        (order.firstIndex(of: $0.stream) ?? 0) < (order.firstIndex(of: $1.stream) ?? 0)
      }
  }
}

extension StreamReading {
  /// Whether the next run reads more of its past.
  var isReadOn: Bool { !isComplete && !isRefused && stream.canBeComplete }
}

extension Stream {
  /// What is cheap to read first, then what takes many requests.
  fileprivate static let reportOrder: [Stream] = [
    .stars, .forks, .releases, .issues, .pulls, .commits, .snapshot, .traffic,
  ]
}
