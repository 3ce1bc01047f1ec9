import Testing

@testable import Analytics

/// Bands, and the published one that lags behind on purpose.
struct BandTests {
  private static let edges: [(score: Double, band: Band)] = [
    (100, .thriving), (79.5, .thriving), (79.49, .healthy), (64.5, .healthy), (64.4, .watch),
    (49.5, .watch), (49.49, .atRisk), (0, .atRisk),
  ]

  @Test(arguments: edges) func bands(score: Double, band: Band) {
    #expect(Band(score: score) == band)
  }

  private static let replays: [(name: String, scores: [Double?], bands: [Band?])] = [
    ("nothing before the first score", [nil, 70, nil], [nil, .healthy, .healthy]),
    (
      "five days past the edge",
      [80] + Array(repeating: 60, count: 8),
      // Medians 80, 70, 60, 60 …: thriving is left at 78 or less, on days 2 to 6.
      [.thriving, .thriving, .thriving, .thriving, .thriving, .watch, .watch, .watch, .watch]
    ),
    (
      "less than two points past",
      Array(repeating: 70, count: 1) + Array(repeating: 81.9, count: 12),
      Array(repeating: .healthy, count: 13)
    ),
    (
      "a day without a score neither counts nor breaks the run",
      [70, 90, 90, 90, nil, 90, 90],
      // Medians 70, 80, 90, 90, –, 90, 90: past 82 on days 3, 4, 6, 7 only.
      Array(repeating: .healthy, count: 7)
    ),
    (
      "and on its fifth day it moves",
      [70, 90, 90, 90, nil, 90, 90, 90],
      Array(repeating: .healthy, count: 7) + [.thriving]
    ),
    (
      // Medians 70, 80, 90, 90, 90, 90, 90 …: past 82 from day 3 on; the low days change none.
      "two low days do not move it", [70, 90, 90, 90, 90, 70, 70, 90, 90],
      [
        .healthy, .healthy, .healthy, .healthy, .healthy, .healthy, .thriving, .thriving, .thriving,
      ]
    ),
  ]

  @Test(arguments: replays) func published(name: String, scores: [Double?], bands: [Band?]) {
    var replay = PublishedBand()
    let replayed = scores.map { score in
      replay.observe(score)
      return replay.band
    }
    #expect(replayed == bands, "\(name)")
  }
}
