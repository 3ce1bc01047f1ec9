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
    let rest =
      needsMore(input)
      ? "; until then the score is a first impression."
      : ". The score needs no more; the year and the people do."
    return "\(start) The next run\(next) reads on from there\(rest)"
  }

  /// Whether what is still to read can move the score.
  private static func needsMore(_ input: ReportInput) -> Bool {
    input.knownDays < Double(ScoreRule.lookBackDays)
      || input.score.components.contains { $0.status == .partial || $0.score == nil }
  }

  private static func unknownParts(_ input: ReportInput) -> String? {
    let unknown = input.score.unknown
    guard !unknown.isEmpty, input.score.value != nil else { return nil }
    let names = unknown.enumerated()
      .map { index, component in
        let name = ComponentWords.name(of: component.id)
        return index == 0 ? name : name.lowercasedName
      }
    let verb = unknown.count == 1 ? "is" : "are"
    let why = reasons(of: unknown)
    let rest = input.score.known
    let points = rest.compactMap(\.points).reduce(0, +)
    let weight = rest.map(\.weight).reduce(0, +)
    return "\(CountText.list(names)) \(verb) not counted: \(why). The score rests on the other "
      + "\(NumberText.word(rest.count)) \(CountText.noun(rest.count, "part")), "
      + "\(NumberText.fixed(points, decimals: 1)) of \(NumberText.short(weight)) points."
  }

  /// Why each of them is not known; one reason for all stands once.
  private static func reasons(of unknown: [ComponentReading]) -> String {
    let facts = unknown.map { ComponentWords($0).facts }
    guard Set(facts).count > 1 else { return facts[0] }
    return zip(unknown, facts).map { "\(ComponentWords.topic(of: $0.id)), as \($1)" }
      .joined(separator: "; ")
  }
}
