import GitHub
import Model
import Testing

@testable import GitHubSimulator

struct PagingTests {
  private static let sizes = [7, 100]

  @Test(arguments: sizes)
  func `pages of issues hold every issue once`(first: Int) async throws {
    let fixture = try SimulatorFixture()
    let read = try await fixture.all(
      {
        FactsRequest(
          repository: fixture.name,
          label: "repo-vitals",
          issues: .init(page: $0, selection: .all, inside: 100)
        )
      },
      first: first
    ) { $0.issues }
    let known = fixture.life.items(.issue, asOf: fixture.now)
    #expect(read.map(\.updatedAt) == read.map(\.updatedAt).sorted(by: >))
    expectSame(read, known)
  }

  @Test(arguments: sizes)
  func `pages of pull requests hold every pull request once`(first: Int) async throws {
    let fixture = try SimulatorFixture()
    let read = try await fixture.all(
      {
        FactsRequest(
          repository: fixture.name,
          label: "repo-vitals",
          pulls: .init(page: $0, selection: .all, inside: 100)
        )
      },
      first: first
    ) { $0.pulls }
    expectSame(read, fixture.life.items(.pull, asOf: fixture.now))
  }

  /// Compares by number; what is longer than a page by its beginning.
  private func expectSame(_ read: [Item], _ known: [Item]) {
    let read = read.sorted { $0.number < $1.number }
    #expect(read.map(\.number) == known.map(\.number))
    for (one, other) in zip(read, known) {
      var cut = other
      if cut.comments.elements.count > 100 {
        cut.comments = Nested(Array(cut.comments.elements.prefix(100)), isWhole: false)
      }
      #expect(one == cut)
    }
  }

  @Test(arguments: sizes)
  func `pages of commits hold every commit once`(first: Int) async throws {
    let fixture = try SimulatorFixture()
    let known = try #require(fixture.life.history(asOf: fixture.now))
    let head = try #require(known.first?.oid)
    let read = try await fixture.all(
      {
        FactsRequest(
          repository: fixture.name,
          label: "repo-vitals",
          commits: .init(page: $0, head: head)
        )
      },
      first: first
    ) { $0.commits?.page }
    #expect(read.map(\.oid) == known.map(\.oid))
    #expect(read.map(\.committedAt) == known.map(\.committedAt))
    // GitHub types whoever stands behind a commit as a user; a bot is told by its other name.
    #expect(
      read.map(\.author?.login) == known.map { $0.author?.login.replacing("[bot]", with: "") }
    )
    #expect(read.map(\.email) == known.map(\.email))
  }

  @Test func `pages of forks and releases hold every row once`() async throws {
    let fixture = try SimulatorFixture()
    let request = FactsRequest(repository: fixture.name, label: "repo-vitals")
    let forks = try await fixture.all(
      { page in
        var request = request
        request.forks = page
        return request
      },
      first: 7
    ) { $0.forks }
    #expect(forks == fixture.life.forks(asOf: fixture.now))
    let releases = try await fixture.all(
      { page in
        var request = request
        request.releases = page
        return request
      },
      first: 5
    ) { $0.releases }
    #expect(releases == fixture.life.releases(asOf: fixture.now))
  }

  @Test func `open and closed items are all items, and totals count both`() async throws {
    let fixture = try SimulatorFixture()
    var request = FactsRequest(repository: fixture.name, label: "repo-vitals", wantsCounts: true)
    var numbers: [FactsRequest.ItemPage.Selection: [Int]] = [:]
    for selection in [FactsRequest.ItemPage.Selection.open, .closed] {
      numbers[selection] =
        try await fixture.all(
          {
            FactsRequest(
              repository: fixture.name,
              label: "repo-vitals",
              pulls: .init(page: $0, selection: selection, inside: 1)
            )
          },
          first: 50
        ) { $0.pulls }
        .map(\.number)
    }
    let (open, closed) = (numbers[.open] ?? [], numbers[.closed] ?? [])
    let known = fixture.life.items(.pull, asOf: fixture.now)
    #expect((open + closed).sorted() == known.map(\.number))
    request.pulls = .init(page: .init(first: 1), selection: .open, inside: 1)
    request.forks = .init(first: 1)
    let page = try await fixture.api.facts(request)
    #expect(page.pulls?.total == known.count)
    #expect(page.pulls?.newest == known.map(\.updatedAt).max())
    #expect(page.counts?.openPulls == open.count)
    #expect(page.counts?.forks == fixture.life.forks(asOf: fixture.now).count)
    #expect(page.counts?.stars == fixture.life.starCount(asOf: fixture.now))
    #expect(page.repository == fixture.life.repository)
  }

  @Test func `a cursor stays right when the clock goes on`() async throws {
    let fixture = try SimulatorFixture()
    var request = FactsRequest(repository: fixture.name, label: "repo-vitals")
    request.issues = .init(page: .init(first: 20), selection: .all, inside: 1)
    let first = try #require(try await fixture.api.facts(request).issues)
    fixture.github.setClock(fixture.now.advanced(bySeconds: 5 * 86_400))
    request.issues?.page.after = first.next
    let second = try #require(try await fixture.api.facts(request).issues)
    let last = try #require(first.rows.last)
    #expect(second.rows.allSatisfy { $0.updatedAt <= last.updatedAt })
    #expect(Set(first.rows.map(\.number)).isDisjoint(with: second.rows.map(\.number)))
  }

  @Test func `a conversation longer than a page is read to its end`() async throws {
    let fixture = try SimulatorFixture()
    let items = Item.Kind.allCases.flatMap { fixture.life.items($0, asOf: fixture.now) }
    let long = try #require(items.first { $0.comments.elements.count > 100 })
    let whole = try await fixture.api.wholeConversation(
      of: CutItem(id: long.nodeID, item: long, isLong: true)
    )
    #expect(whole == long)
    let request = FactsRequest(
      repository: fixture.name,
      label: "repo-vitals",
      cutIssues: ["I_gone"] + (long.kind == .issue ? [long.nodeID] : []),
      cutPulls: long.kind == .pull ? [long.nodeID] : []
    )
    let again = try await fixture.api.facts(request)
    #expect(again.recut.map(\.number) == [long.number])
    #expect(again.cut.map(\.isLong) == [true])
  }

  @Test func `pages of the star history hold every star, from the week of the creation`()
    async throws
  {
    let fixture = try SimulatorFixture()
    var page = try await fixture.api.starHistory(of: fixture.name)
    let newest = page.days.suffix(7)
    #expect(newest.first?.day.weekday == 6)
    #expect(newest.filter { $0.day > fixture.now.day }.allSatisfy { $0.count == 0 })
    var days = page.days
    var pages = 1
    while let next = page.next {
      page = try await fixture.api.starHistory(of: fixture.name, page: next)
      days = page.days + days
      pages += 1
    }
    #expect(pages == 5)
    #expect(days.reduce(0) { $0 + $1.count } == fixture.life.starCount(asOf: fixture.now))
    #expect(zip(days, days.dropFirst()).allSatisfy { $0.day.distance(to: $1.day) == 1 })
    #expect(days.first?.day == Day("2023-10-01"))
  }
}
