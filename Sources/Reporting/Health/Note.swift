import Analytics
import Model

/// The one remark on how far a report can be trusted.
struct Note {
  /// Nil when everything is known.
  let text: String?

  init(_ input: ReportInput) {
    let parts = [Self.backfill(input), Self.unknownParts(input)].compactMap(\.self)
    text = parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func backfill(_ input: ReportInput) -> String? {
    let unfinished = input.streams.filter(\.isReadOn)
    guard !unfinished.isEmpty else { return nil }
    let items = unfinished.filter { $0.stream == .issues || $0.stream == .pulls }
    let (read, total) = (items.map(\.read).reduce(0, +), items.compactMap(\.total).reduce(0, +))
    let since = input.knownSince.map { ", back to \(DateText.day($0, near: input.date))" } ?? ""
    let start =
      total > read && !items.isEmpty
      ? "So far \(NumberText.count(read)) of \(NumberText.count(total)) issues and pull requests "
        + "are read\(since)."
      : "The history is not read to its beginning yet\(since)."
    let next = input.origin.nextRunAt.map { " on \(DateText.instant($0)) UTC" } ?? ""
    return "\(start) The next run\(next) reads on from there; until then the score is a first "
      + "impression."
  }

  private static func unknownParts(_ input: ReportInput) -> String? {
    let unknown = input.score.unknown
    guard let first = unknown.first, input.score.value != nil else { return nil }
    let names = unknown.enumerated()
      .map { index, component in
        let name = ComponentWords.name(of: component.id)
        return index == 0 ? name : name.lowercasedName
      }
    let verb = unknown.count == 1 ? "is" : "are"
    let why = unknown.count == 1 ? ": \(ComponentWords(first).facts)" : ""
    let rest = input.score.known
    let points = rest.compactMap(\.points).reduce(0, +)
    let weight = rest.map(\.weight).reduce(0, +)
    return "\(CountText.list(names)) \(verb) not counted\(why). The score rests on the other "
      + "\(NumberText.word(rest.count)) \(CountText.noun(rest.count, "part")), "
      + "\(NumberText.fixed(points, decimals: 1)) of \(NumberText.short(weight)) points."
  }
}
