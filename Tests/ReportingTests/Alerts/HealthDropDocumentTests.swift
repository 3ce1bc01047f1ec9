import CommonMark
import Model
import Testing

@testable import Analytics
@testable import Reporting

struct HealthDropDocumentTests {
  @Test func `boxes are ticked by what became of the items`() throws {
    let body = try SampleAlerts.healthDrop().document().body
    let boxes = body.split(separator: "\n").filter { $0.hasPrefix("- [") }.map { $0.prefix(5) }
    #expect(boxes == ["- [ ]", "- [x]", "- [ ]"])
  }

  @Test func `the hidden data hold the effect that the text promises`() throws {
    let body = try SampleAlerts.healthDrop().document().body
    #expect(body.contains("That brings the score to between 76 (all closed) and 79 (all merged)."))
    #expect(body.contains(#""items":[279,281,282],"effect":[2.87,5.76]}]"#))
  }

  @Test func `only what is below its value before has fallen`() throws {
    let body = try SampleAlerts.healthDrop(goodDays: 2).document().body
    #expect(body.contains("**Issue freshness**"))
    #expect(!body.contains("**Review velocity**") && !body.contains("**Fork growth**"))
    let back = [ComponentFall(id: .velocity, before: 70, now: 78, points: -1.6)]
    let recovered = try SampleAlerts.healthDrop(goodDays: 2, falls: back).document().body
    #expect(recovered.contains("No part is below its value before any more. Before: "))
    let fallen = try SampleAlerts.healthDrop(falls: back).document().body
    #expect(fallen.contains("The score fell, and no part of it stands out."))
  }

  @Test func `a title tells the fall as it was told, with its reason`() throws {
    let drop = HealthDrop(before: 73.2, now: 72.8, threshold: 10)
    let told = HealthDropReading.Told(
      HealthDrop(before: 85.1, now: 73.4, threshold: 10),
      falls: SampleAlerts.falls
    )
    let old = SampleAlerts.healthDrop(drop: drop, told: told, falls: [])
    let title = try old.document().title
    #expect(title == "Health fell from 85 to 73: fewer pull requests are finished")
    let settled = try SampleAlerts.healthDrop(goodDays: 2, drop: drop, told: told).document().body
    #expect(settled.contains("The score has kept its new level for 2\u{A0}days; this closes"))
  }

  @Test func `forks lead only where nothing else fell`() throws {
    let forks = ComponentFall(id: .forks, before: 95, now: 58, points: 9.3)
    let both = try SampleAlerts.healthDrop(falls: [forks] + SampleAlerts.falls.dropLast(2))
      .document()
    #expect(!both.title.contains("fork"))
    #expect(both.body.contains(" and fewer people fork it."))
    let alone = try SampleAlerts.healthDrop(falls: [forks]).document()
    #expect(alone.title == "Health fell from 80 to 64: fewer people fork it")
  }

  @Test func `merging has stopped where nothing was merged for two weeks`() throws {
    let recent = SampleAlerts.standing(300, .merged, last: "2023-08-18T08:00:00Z")
    let slow = try SampleAlerts.healthDrop(lastMerges: [recent]).document().body
    #expect(slow.contains(" merged in 30 days") && !slow.contains("/pull/300"))
    #expect(!slow.contains("Merging stopped"))
    let stopped = try SampleAlerts.healthDrop().document().body
    #expect(stopped.contains("**Merging stopped.** The last merge was [#300]"))
  }

  @Test func `an alert without a step that helps asks to look at what fell`() throws {
    let body = try SampleAlerts.healthDrop(step: nil, effect: nil).document().body
    #expect(body.contains("**Do first:** see what holds merging up: "))
    let small = try SampleAlerts.healthDrop(effect: .between(closed: 0.1, merged: 0.9)).document()
      .body
    #expect(small.contains("five weeks. That changes the score by less than a point.\n"))
    let forks = ComponentFall(id: .forks, before: 95, now: 58, points: 9.3)
    let none = try SampleAlerts.healthDrop(falls: [forks], step: nil, effect: nil).document().body
    #expect(!none.contains("Do first"))
  }

  @Test func `the columns of what fell are narrow`() throws {
    let body = try SampleAlerts.healthDrop().document().body
    #expect(body.contains(" | 87 | **50** |\n") && !body.contains("■"))
  }

  /// Two levels of the score, and what the facts say of them.
  private static let levels: [(before: Double, now: Double, words: String)] = [
    (80.4, 64.6, "▼\u{A0}15 from the level before"),
    (80.5, 64.4, "▼\u{A0}17 from the level before"),
    (80.2, 79.8, "at the level before"), (79.4, 80.6, "▲\u{A0}2 from the level before"),
  ]

  @Test(arguments: levels)
  func `the fall is the difference of the numbers beside it`(
    _ row: (before: Double, now: Double, words: String)
  ) throws {
    let drop = HealthDrop(before: row.before, now: row.now, threshold: 14)
    let body = try SampleAlerts.healthDrop(drop: drop).document().body
    #expect(body.contains("\n\(row.words) · "))
  }

  @Test func `hostile titles stay text`() throws {
    let titles = [279: "@octocat #1 <img> `\u{301}` ] -->", 282: "a|b\u{202E}::set-output"]
    let tree = try CommonMark.parse(SampleAlerts.healthDrop(titles: titles).document().body)
    #expect(tree.all(.image) == [])
    #expect(tree.all(.htmlInline).allSatisfy { ["<br>", "<sub>", "</sub>"].contains($0.literal) })
  }
}
