import Analytics
import FoundationEssentials
import Glibc
import Model

/// What the analytics cost, in time and memory, on seeded series.
enum Speed {
  static func measure() async {
    let day = microseconds(incrementalDay)
    print("an incremental day         \(rounded(day)) µs")
    let series = SeededSeries.make(days: 730, mean: 5, seed: 1)
    let last = series.first.advanced(by: 729)
    for (name, isBacktested) in [("a forecast without back-test", false), ("with", true)] {
      let took = microseconds {
        for _ in 0..<100 { _ = series.forecast(after: last, isBacktested: isBacktested) }
        return 100
      }
      print("\(name)  \(rounded(took)) µs")
    }
    for days in [365, 730, 1_460, 2_920] {
      let took = microseconds {
        for seed in 0..<20 { analyse(SeededSeries.make(days: days, mean: 5, seed: UInt64(seed))) }
        return 20
      }
      print("all of a series of \(days) days  \(rounded(took)) µs")
    }
    await everything(repositories: 1_000)
  }

  /// Repositories × 13 series × 365 days on two cores, each series made, analysed and forgotten.
  private static func everything(repositories: Int) async {
    let before = processorTime()
    let took = await ContinuousClock()
      .measure {
        await withTaskGroup(of: Void.self) { group in
          for half in 0..<2 {
            group.addTask {
              for index in 0..<(repositories * 13 / 2) {
                let seed = UInt64(2 * index + half)
                let mean = [0.1, 0.5, 2, 8, 40][index % 5]
                analyse(SeededSeries.make(days: 365, mean: mean, seed: seed))
              }
            }
          }
        }
      }
    let busy = (processorTime() - before) / 2
    print(
      "\(repositories) repositories × 13 series × 365 days  \(rounded(busy)) s on each of two cores"
    )
    print("  by the clock, whatever else ran  \(took)")
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    print("peak memory  \(peak?.dropFirst(6) ?? "unknown")")
  }

  private static func analyse(_ series: DailySeries) {
    let last = series.first.advanced(by: series.values.count - 1)
    _ = series.trends(on: last)
    _ = series.forecast(after: last)
    _ = series.anomalies(from: series.first, to: last)
  }

  private static func incrementalDay() -> Int {
    let series = SeededSeries.make(days: 20_000, mean: 5, seed: 9)
    var detector = AnomalyDetector(from: series.first)
    for value in series.values { _ = detector.advance(value) }
    return series.values.count
  }

  /// The processor time of one of the things that `body` does, which says how many they were.
  private static func microseconds(_ body: () -> Int) -> Double {
    let before = processorTime()
    let count = body()
    return (processorTime() - before) * 1e6 / Double(count)
  }

  /// Seconds that this process has had of a processor, which a busy machine does not inflate.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// Series of counts that are the same for the same seed.
private enum SeededSeries {
  /// Uniform between nothing and twice the mean, with weekends at half of it.
  static func make(days: Int, mean: Double, seed: UInt64) -> DailySeries {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let values = (0..<days)
      .map { day -> Double? in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let share = Double(state >> 11) / 9_007_199_254_740_992
        return (2 * mean * share * (day % 7 >= 5 ? 0.5 : 1)).rounded()
      }
    return DailySeries(from: Day(number: 19_000), values)
  }
}
