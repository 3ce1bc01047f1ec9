import Model

@testable import Analytics
@testable import Reporting

/// What the past says about pull requests of real repositories.
enum SamplePulls {
  /// A newcomer's first: draft-irtf-cfrg-opaque, number 385.
  static var first: PullOutlook {
    outlook(
      385,
      login: "octo-dev",
      lines: 2,
      files: 1,
      .init(ordinal: 1, isFirst: true, firsts: 7, firstsMerged: 7, firstsOpen: 0),
      .init(
        firstReview: .init(comparison: .firsts, cases: 7, low: 29.17, middle: 149.31, high: 371.43),
        merge: .init(comparison: .firsts, cases: 7, low: 130.72, middle: 227.84, high: 949.63)
      ),
      reasons: [.firstTime]
    )
  }

  /// A very large one: draft-irtf-cfrg-vdaf, number 575.
  static var large: PullOutlook {
    var outlook = outlook(575, lines: 3_306, files: 43, reasons: [.large])
    outlook.size = .init(
      change: ChangeSize(additions: 3_306, deletions: 0, files: 43),
      largerThan: 93,
      of: 94,
      median: 61.5,
      threshold: 394.8,
      border: 400,
      large: .init(count: 10, firstReview: 17.33, merge: 44.58),
      small: .init(count: 84, firstReview: 1.04, merge: 16.37)
    )
    return outlook
  }

  /// One that waits for long, behind many others.
  static var waiting: PullOutlook {
    var outlook = outlook(400, lines: 12, files: 2, reasons: [.waiting, .queue])
    outlook.waiting = .init(hours: 130, threshold: 89.1, others: 3)
    outlook.queue = .init(others: 12, usual: 3)
    return outlook
  }

  /// Everything at once, with times of which the longest are not known yet.
  static var everything: PullOutlook {
    var outlook = large
    outlook.contribution = .init(
      ordinal: 1,
      isFirst: true,
      firsts: 12,
      firstsMerged: 5,
      firstsOpen: 2
    )
    outlook.waiting = waiting.waiting
    outlook.queue = waiting.queue
    outlook.expected.merge?.high = nil
    outlook.reasons = PullOutlook.Reason.allCases
    return outlook
  }

  /// Nothing worth saying: draft-irtf-cfrg-vdaf, number 362.
  static var none: PullOutlook {
    var outlook = outlook(362, lines: 117, files: 3, reasons: [])
    outlook.size = large.size
    outlook.size?.change = ChangeSize(additions: 117, deletions: 0, files: 3)
    outlook.size?.largerThan = 40
    outlook.size?.threshold = 706.2
    outlook.queue = .init(others: 2, usual: 1)
    outlook.waiting = .init(hours: 0.1, threshold: 89.1, others: 0)
    return outlook
  }

  private static func outlook(
    _ number: Int,
    login: String = "octo-regular",
    lines: Int,
    files: Int,
    _ contribution: PullOutlook.Contribution = .init(
      ordinal: 128,
      isFirst: false,
      firsts: 5,
      firstsMerged: 4,
      firstsOpen: 0
    ),
    _ expected: PullOutlook.Expected = .init(
      firstReview: .init(comparison: .regulars, cases: 191, low: 0.072, middle: 6.91, high: 118.9),
      merge: .init(comparison: .regulars, cases: 188, low: 0.351, middle: 20.9, high: 228.4)
    ),
    reasons: [PullOutlook.Reason]
  ) -> PullOutlook {
    PullOutlook(
      subject: PullSubject(
        number: number,
        author: Account(id: 1, login: login),
        createdAt: SampleInputs.time("2023-08-20T20:00:00Z"),
        size: ChangeSize(additions: lines, deletions: 0, files: files)
      ),
      date: SampleInputs.day("2023-08-20"),
      contribution: contribution,
      expected: expected,
      size: nil,
      queue: .init(others: 0, usual: 1),
      waiting: .init(hours: nil, threshold: 89.1, others: 0),
      reasons: reasons
    )
  }
}
