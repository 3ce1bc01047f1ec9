import Analytics

/// How many need someone, why, and how the repositories are spread.
struct PortfolioHead {
  private let portfolio: Portfolio

  init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
  }

  var heading: String {
    let (some, all) = (portfolio.needing.count, portfolio.entries.count)
    let start = some == 0 ? "None" : NumberText.count(some)
    let noun = CountText.noun(all, "repository", "repositories")
    return "\(start) of \(NumberText.count(all)) \(noun) \(some > 1 ? "need" : "needs") someone"
  }

  /// Why they need someone; nil where none does.
  var sentence: String? {
    let all = portfolio.needing.count
    let parts = [alerts(all), idle(all)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func alerts(_ all: Int) -> String? {
    switch portfolio.needing.count(where: { !$0.input.alerts.isEmpty }) {
    case 0: nil
    case 1 where all == 1: "It has an open alert."
    case 1: "One has an open alert."
    case all: "All have an open alert."
    case let count: "\(NumberText.capitalWord(count)) have an open alert."
    }
  }

  /// In how many of them nothing happens.
  private func idle(_ all: Int) -> String? {
    let resting = count(of: "merged_30d", .throughput)
    let empty = count(of: "active_30d", .contributors)
    guard all > 1 else {
      return switch (resting, empty) {
      case (0, 0): nil
      case (_, 0): "Nothing has been merged for a month."
      case (0, _): "Nobody was active for a month."
      default: "Nothing has been merged for a month, and nobody was active."
      }
    }
    func some(_ count: Int) -> String {
      count == all
        ? "all \(NumberText.word(all))" : "\(NumberText.word(count)) of the \(NumberText.word(all))"
    }
    switch (resting, empty) {
    case (0, 0): return nil
    case (0, _): return "In \(some(empty)) nobody was active for a month."
    default:
      let also = empty == 0 ? "" : ", and in \(NumberText.word(empty)) nobody was active"
      return "In \(some(resting)) nothing has been merged for a month\(also)."
    }
  }

  private func count(of name: String, _ part: ComponentID) -> Int {
    portfolio.needing.count { $0.count(name, of: part) == 0 }
  }

  /// `2 thriving · 10 healthy · 4 not judged · 3 rising, 8 falling`.
  var counts: String {
    let bands = [Band.thriving, .healthy, .watch, .atRisk]
      .map { band in
        (portfolio.judged.count { $0.input.score.publishedBand == band }, band.rawValue)
      }
    let courses = [
      (portfolio.judged.count { $0.course == .rising }, "rising"),
      (portfolio.judged.count { $0.course == .falling }, "falling"),
    ]
    let moved = Self.parts(courses).joined(separator: ", ")
    let parts = Self.parts(bands + [(portfolio.unjudged.count, "not judged")])
    return (parts + (moved.isEmpty ? [] : [moved])).joined(separator: " · ")
  }

  private static func parts(_ counts: [(Int, String)]) -> [String] {
    counts.filter { $0.0 > 0 }.map { "\(NumberText.count($0.0))\(NumberText.space)\($0.1)" }
  }
}
