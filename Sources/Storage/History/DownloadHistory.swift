package import Model

/// How often a release file had been downloaded, over the readings that found the same count.
package struct DownloadCount: Hashable, Sendable {
  /// GitHub's node id of the asset, which a file uploaded again does not keep.
  package var asset: String
  /// The data date of the first reading with this count.
  package var first: Day
  /// The data date of the last reading with this count.
  package var last: Day
  package var count: Int

  package init(asset: String, first: Day, last: Day, count: Int) {
    self.asset = asset
    self.first = first
    self.last = last
    self.count = count
  }

  /// What a reading makes of the count before it: the same row drawn out to `day`, a new row, or
  /// nil where the asset was read for that day already and nothing changes.
  package static func reading(
    _ asset: Asset,
    on day: Day,
    after latest: DownloadCount?
  ) -> DownloadCount? {
    guard var latest else {
      return DownloadCount(asset: asset.id, first: day, last: day, count: asset.downloads)
    }
    guard latest.last < day else { return nil }
    guard latest.count == asset.downloads else {
      return DownloadCount(asset: asset.id, first: day, last: day, count: asset.downloads)
    }
    latest.last = day
    return latest
  }
}

/// Derives the downloads of a repository from the counts of its files.
package enum DownloadHistory {
  /// Total and gain for each day that was read, ascending.
  ///
  /// A file that was taken away keeps its last count. The gain is the sum of what each file gained,
  /// where one that was not there before counts in full and one whose count fell counts nothing;
  /// it is nil where the day before was not read.
  ///
  /// - Parameters:
  ///   - readings: The days that were read, in any order.
  ///   - counts: The rows of all files, in any order.
  /// - Returns: A day for each reading.
  package static func days(readings: [Day], counts: [DownloadCount]) -> [DownloadDay] {
    let counts = counts.sorted { $0.first < $1.first }
    var known: [ExactText: Int] = [:]
    var next = counts.startIndex
    var total = 0
    var before: Day?
    return readings.sorted()
      .map { day in
        var gain = 0
        while next < counts.endIndex, counts[next].first <= day {
          let new = counts[next]
          let old = known.updateValue(new.count, forKey: ExactText(new.asset)) ?? 0
          gain += max(0, new.count - old)
          total += new.count - old
          next += 1
        }
        defer { before = day }
        return DownloadDay(
          day: day,
          total: total,
          gain: before?.advanced(by: 1) == day ? gain : nil
        )
      }
  }
}
