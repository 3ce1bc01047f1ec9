/// The band that reports speak of, which moves only when the score means it.
///
/// It starts at the first score's band and moves to the band of the 7-day median after five scored
/// days running on which that median was past an edge; it is replayed from the creation.
struct PublishedBand: Sendable {
  /// Nil before the first score.
  private(set) var band: Band?
  private var daysPast = 0
  private var recent: [Double?] = []

  /// Takes the score of the next day.
  mutating func observe(_ score: Double?) {
    recent.append(score)
    if recent.count > 7 { recent.removeFirst() }
    guard let score else { return }
    guard let band else {
      self.band = Band(score: score)
      return
    }
    guard let median = recent.compactMap(\.self).sorted().median else { return }
    daysPast = band.isLeft(by: median) ? daysPast + 1 : 0
    guard daysPast == 5 else { return }
    self.band = Band(score: median)
    daysPast = 0
  }
}
