import Model

/// Those who watch the project: stars, forks, and who fetches its releases.
struct Audience: Sendable {
  let rhythm: Rhythm
  private var random: SplitMix64

  init(rhythm: Rhythm, seed: UInt64) {
    self.rhythm = rhythm
    random = SplitMix64(seed: seed, subject: -4)
  }

  /// When stars were given, ascending.
  mutating func stars(_ days: Range<Day>) -> [Timestamp] {
    // A day on a page that everyone reads, and its echo.
    let burst = [61, 44, 29, 18, 12, 9, 6, 4, 3, 3, 2, 2, 1, 1]
    return days.flatMap { day in
      let age = Double(days.lowerBound.distance(to: day))
      let index = rhythm.burst.lowerBound.distance(to: day)
      let extra = burst.indices.contains(index) ? burst[index] : 0
      let count = extra + random.count(around: 0.15 + 0.7 * min(1, age / 800))
      return moments(count, of: day)
    }
  }

  /// Forks, ascending by creation.
  mutating func forks(_ days: Range<Day>) -> [Fork] {
    // Whoever forks does so at a steady pace: so few forks would else be noise alone.
    var due = 0.0
    return days.flatMap { day in
      let age = Double(days.lowerBound.distance(to: day))
      due += 0.02 + 0.05 * min(1, age / 700) + (rhythm.burst.contains(day) ? 0.5 : 0)
      guard due >= 1, random.chance(0.5) else { return [Fork]() }
      let count = Int(due)
      due -= Double(count)
      return moments(count, of: day)
        .map {
          Fork(id: "R_kgSim\(random.hexadecimal(digits: 8))", createdAt: $0)
        }
    }
  }

  /// Releases, ascending by creation, with what their assets will be fetched in the end.
  mutating func releases(_ days: Range<Day>) -> [Release] {
    let plan: [(day: Int, tag: String)] = [
      (40, "v0.1.0"), (118, "v0.2.0"), (121, "v0.2.1"), (203, "v0.3.0"), (290, "v0.4.0"),
      (382, "v1.0.0-rc.1"), (403, "v1.0.0"), (487, "v1.1.0"), (571, "v1.2.0"), (575, "v1.2.1"),
      (711, "v1.3.0"), (829, "v1.4.0"), (946, "v1.5.0"), (1_036, "v2.0.0-rc.1"), (1_060, "v2.0.0"),
      (1_154, "v2.1.0"),
    ]
    return plan.enumerated()
      .map { index, row in
        let at = days.lowerBound.advanced(by: row.day).start
          .advanced(bySeconds: 36_000 + random.below(20_000))
        return Release(
          id: 150_000_000 + index * 7_919,
          tag: row.tag,
          isPrerelease: row.tag.contains("-"),
          createdAt: at,
          publishedAt: at.advanced(bySeconds: 900),
          assets: Nested(assets(of: row.tag, index), isWhole: true)
        )
      }
  }

  private mutating func assets(of tag: String, _ index: Int) -> [Asset] {
    ["linux-x86_64.tar.gz", "macos-arm64.tar.gz", "checksums.txt"].enumerated()
      .map { place, name in
        let most = (place == 0 ? 160 : 60) * (index + 1)
        return Asset(
          id: "RA_kwSim\(index)_\(place)",
          name: "octo-repo-\(tag)-\(name)",
          downloads: most + random.below(most)
        )
      }
  }

  private mutating func moments(_ count: Int, of day: Day) -> [Timestamp] {
    (0..<count).map { _ in day.start.advanced(bySeconds: random.below(86_400)) }.sorted()
  }
}
