/// The band that reports speak of, which moves only when the score means it.
///
/// It starts at the first score's band and moves to the band of the 7-day median after five scored
/// days running on which that median was past an edge; it is replayed from the creation.
struct PublishedBand: Sendable {
  /// Nil before the first score.
  private(set) var band: Band?
  private var daysPast = 0
  private var week = SlidingMedian(days: 7)

  /// Takes the score of the next day.
  mutating func observe(_ score: Double?) {
    week.append(score)
    guard let score else { return }
    guard let band else {
      self.band = Band(score: score)
      return
    }
    guard let median = week.median else { return }
    daysPast = band.isLeft(by: median) ? daysPast + 1 : 0
    guard daysPast == 5 else { return }
    self.band = Band(score: median)
    daysPast = 0
  }
}
