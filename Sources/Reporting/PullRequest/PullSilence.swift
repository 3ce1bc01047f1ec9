import Analytics
import Model

/// Why a pull request gets no comment: each question with what there is and what it would take.
struct PullSilence {
  private let outlook: PullOutlook
  private let links: Links
  private let hasComment: Bool

  init(_ outlook: PullOutlook, links: Links, hasComment: Bool) {
    self.outlook = outlook
    self.links = links
    self.hasComment = hasComment
  }

  func json(footer: Footer) -> JSONValue {
    [
      "verdict": .string(
        Inline("No comment: nothing worth saying about pull request \(outlook.subject.number).")
          .markdown
      ),
      "rows": ReportTable(
        columns: ["question", "here", "needed"],
        rows: [first, size, queue, waiting, earlier]
      )
      .json,
      "footer": .string(footer.short.markdown),
    ]
  }

  private var first: [Inline] {
    let here =
      switch outlook.contribution.ordinal {
      case nil: "unknown, the account was deleted"
      case 1?: outlook.contribution.isFirst ? "yes" : "perhaps, history does not reach back so far"
      case let ordinal?: "no, number \(NumberText.count(ordinal)) by this person"
      }
    return ["First contribution?", Inline(here), "yes"]
  }

  private var size: [Inline] {
    guard let size = outlook.size else {
      let least = NumberText.count(PullOutlook.leastPulls)
      return ["Unusually large?", "unknown", "\(least) of the past year to compare with"]
    }
    let share = Double(size.largerThan) / Double(size.of)
    let lines = CountText.of(size.change.lines, "line")
    let threshold = NumberText.count(Int(size.threshold.rounded()))
    return [
      "Unusually large?", "\(lines), larger than \(NumberText.share(share))",
      "larger than 90% (\(threshold) lines)",
    ]
  }

  private var queue: [Inline] {
    let others = outlook.queue.others
    let count = others == 0 ? "no other open" : "\(CountText.of(others, "other")) open"
    let usual = outlook.queue.usual.map { ", usually \(NumberText.short($0))" } ?? ""
    return ["Unusual queue?", "\(count)\(usual)", "twice the usual, and at least 5 more"]
  }

  private var waiting: [Inline] {
    let others = outlook.waiting.others
    let count = others == 0 ? "none" : NumberText.count(others)
    let here = outlook.waiting.hours.map { "this one for \(DurationText.of(hours: $0)), " } ?? ""
    let needed =
      outlook.waiting.threshold.map {
        "for longer than 9 of 10 wait (\(DurationText.of(hours: $0)))"
      }
      ?? "\(NumberText.count(PullOutlook.leastPulls)) first reviews in the past year to compare with"
    return [
      "Waiting without a review?", "\(here)\(count) for more than 7 days", "this one, \(needed)",
    ]
  }

  private var earlier: [Inline] {
    ["A comment from before?", hasComment ? "yes" : "no", "yes: then it is removed"]
  }
}
