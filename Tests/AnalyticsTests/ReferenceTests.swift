import Foundation
import Model
import Testing

@testable import Analytics

/// Compares every value with an independent program's, for seeded random histories.
struct ReferenceTests {
  private static let documents = ReferenceDocument.all

  @Test func `the fixture holds three histories`() {
    #expect(Self.documents.count == 3)
  }

  @Test(arguments: 0..<3) func `every metric equals the reference's`(index: Int) throws {
    let document = try #require(Self.documents.dropFirst(index).first)
    for (day, expected) in document.metrics {
      let metrics = document.analysis.metrics(on: day)
      #expect(metrics.map(\.id.rawValue) == expected.map(\.name))
      for (metric, expected) in zip(metrics, expected) {
        let place = "\(day) \(expected.name)"
        #expect(isClose(metric.value, expected.value), "\(place)")
        #expect(metric.status.rawValue == expected.status, "\(place)")
        #expect(metric.since?.description == expected.since, "\(place)")
        #expect((metric.reason == nil) == (metric.status == .observed), "\(place)")
      }
    }
  }

  @Test(arguments: 0..<3) func `every score equals the reference's`(index: Int) throws {
    let document = try #require(Self.documents.dropFirst(index).first)
    for (day, expected) in document.scores {
      let score = document.analysis.score(on: day)
      #expect(score.lifecycle.rawValue == expected["lifecycle"] as? String, "\(day)")
      #expect(score.band?.rawValue == expected["band"] as? String, "\(day)")
      #expect(score.publishedBand?.rawValue == expected["published_band"] as? String, "\(day)")
      #expect(isClose(score.score, expected["score"] as? Double), "\(day)")
      #expect(isClose(score.standardError, expected["standard_error"] as? Double), "\(day)")
      #expect(isClose(score.confidence, expected["confidence"] as? Double), "\(day)")
      #expect(isClose(score.coverage, expected["coverage"] as? Double), "\(day)")
      let components = try #require(expected["components"] as? [[Any]])
      #expect(score.components.map(\.id.rawValue) == components.map { $0[0] as? String })
      for (component, expected) in zip(score.components, components) {
        let place = "\(day) \(component.id.rawValue)"
        let numbers = [
          component.score, component.weight, component.points, component.standardError,
          component.events,
        ]
        for (number, expected) in zip(numbers, expected[1...5]) {
          #expect(isClose(number, expected as? Double), "\(place)")
        }
        #expect(component.status.rawValue == expected[6] as? String, "\(place)")
        let inputs = try #require(expected[7] as? [Any])
        #expect(component.inputs.count == inputs.count, "\(place)")
        for (input, expected) in zip(component.inputs, inputs) {
          #expect(isClose(input.value, expected as? Double), "\(place) \(input.name)")
        }
      }
    }
  }

  @Test(arguments: 0..<3) func `every daily series equals the reference's`(index: Int) throws {
    let document = try #require(Self.documents.dropFirst(index).first)
    for series in document.series {
      let points = document.analysis.series(series.id, from: series.from, to: series.to)
      #expect(points.map(\.value) == series.values, "\(series.id) from \(series.from)")
    }
  }

  /// Equal to a relative error of 1e-9, or both unknown.
  private func isClose(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right))
  }
}
