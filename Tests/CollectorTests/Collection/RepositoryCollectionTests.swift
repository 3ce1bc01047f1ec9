import GitHub
import Model
import Storage
import TestSupport
import Testing

@testable import Collector

struct RepositoryCollectionTests {
  private let name: RepositoryName
  private let now = FakeRepository.time(2_000)

  init() throws { name = try #require(RepositoryName("octo/tool")) }

  private func collection(_ states: [Model.Stream: StreamState] = [:]) -> RepositoryCollection {
    RepositoryCollection(name, label: "l", states: states, backfillLimit: nil, now: now)
  }

  private var repository: Repository {
    Repository(id: RepositoryID(rawValue: 7), name: name, createdAt: FakeRepository.time(0))
  }

  private func cut(_ number: Int, _ kind: Item.Kind = .issue, isLong: Bool = false) -> CutItem {
    var item = FakeRepository.issue(number)
    item.kind = kind
    return CutItem(id: "N\(number)", item: item, isLong: isLong)
  }

  @Test func `a first request asks for every connection at once`() throws {
    var collection = collection()
    let request = try #require(collection.nextRequest())
    #expect(request.wantsCounts)
    #expect(request.issues?.page.first == 100)
    #expect(request.pulls?.page.first == 100)
    #expect(request.commits?.page.first == 100)
    #expect(request.forks?.first == 100)
    #expect(request.releases?.first == 100)
    #expect(request.ownIssues?.onlyOpen == false)
    _ = collection.shrink()
    #expect(collection.nextRequest()?.issues?.page.first == 50)
  }

  @Test func `counts are asked for once and belong to the last complete day`() throws {
    var collection = collection()
    let request = try #require(collection.nextRequest())
    let page = FactsPage(repository: repository, counts: .init(stars: 3))
    let changes = collection.receive(page, to: request)
    #expect(changes?.snapshot == Snapshot(day: now.day.advanced(by: -1), readAt: now, stars: 3))
    #expect(collection.nextRequest()?.wantsCounts ?? false == false)
  }

  @Test func `what was cut off is read again in the room of the next request`() throws {
    var collection = collection()
    let request = try #require(collection.nextRequest())
    let rows = FactsPage.Rows([FakeRepository.issue(1)], total: 500, next: "a")
    let page = FactsPage(
      repository: repository,
      issues: rows,
      cut: [cut(1), cut(1), cut(2, .pull)]
    )
    let changes = collection.receive(page, to: request)
    #expect(changes?.streams[.issues]?.cursor == "open a\nN1")
    #expect(changes?.streams[.pulls]?.cursor == "\nN2")
    let next = try #require(collection.nextRequest())
    #expect(next.cutIssues == ["N1"])
    #expect(next.cutPulls == ["N2"])
    let again = FactsPage(repository: repository, issues: rows, recut: [FakeRepository.issue(1)])
    let after = collection.receive(again, to: next)
    #expect(after?.items.count == 2)
    #expect(after?.streams[.issues]?.cursor == "open a")
  }

  @Test func `a run that was cut off reads again what the one before could not`() throws {
    let state = StreamState(
      watermark: FakeRepository.time(900),
      horizon: .complete,
      cursor: "\nN1 N2",
      total: 9
    )
    let collection = collection([.issues: state])
    let request = try #require(collection.nextRequest())
    #expect(request.cutIssues == ["N1", "N2"])
    #expect(request.issues?.selection == .all)
  }

  @Test func `an item that is too long for any page is kept until it was read whole`() throws {
    var collection = collection()
    let request = try #require(collection.nextRequest())
    let long = cut(2, .pull, isLong: true)
    let rows = FactsPage.Rows([FakeRepository.pull(2)], total: 1, next: nil)
    let page = FactsPage(repository: repository, pulls: rows, cut: [long])
    let changes = collection.receive(page, to: request)
    #expect(changes?.streams[.pulls]?.cursor == "closed \nN2")
    #expect(collection.longItem == long)
    collection.removeLongItem()
    #expect(collection.longItem == nil)
    #expect(collection.states[.pulls]?.cursor == "closed ")
  }

  @Test func `what is asked for and not told is given up with a reason`() throws {
    var collection = collection()
    let request = try #require(collection.nextRequest())
    _ = collection.receive(FactsPage(repository: repository), to: request)
    #expect(collection.nextRequest() == nil)
    #expect(
      Set(collection.refusals.keys) == [.issues, .pulls, .commits, .forks, .releases, .own]
    )
  }

  @Test func `issues that are switched off are not asked for and not missed`() throws {
    var collection = collection()
    var off = repository
    off.hasIssues = false
    let request = try #require(collection.nextRequest())
    _ = collection.receive(FactsPage(repository: off), to: request)
    #expect(collection.nextRequest()?.issues == nil)
    #expect(collection.refusals[.issues] == nil)
  }

  @Test func `an answer that does not say whose it is changes nothing`() throws {
    var collection = collection()
    let request = try #require(collection.nextRequest())
    let changes = collection.receive(FactsPage(), to: request)
    #expect(changes == nil)
    #expect(collection.nextRequest() == request)
  }

  @Test func `no request is ever too large, whatever came before`() throws {
    var generator = SeededGenerator(seed: 7)
    var largest = 0
    for _ in 0..<300 {
      var collection = collection(randomStates(&generator))
      for _ in 0..<12 {
        guard let request = collection.nextRequest() else { break }
        largest = max(largest, request.nodes)
        guard !Bool.random(using: &generator) || !collection.shrink() else { continue }
        _ = collection.receive(randomPage(to: request, &generator), to: request)
        collection.settle(stored: [.issues: 4, .pulls: 5, .commits: 6, .forks: 7, .releases: 8])
      }
    }
    #expect(largest <= 9_500)
    #expect(largest > 9_000, "The room is not used.")
  }

  private func randomStates(
    _ generator: inout SeededGenerator
  ) -> [Model.Stream: StreamState] {
    var states: [Model.Stream: StreamState] = [:]
    let horizons: [Horizon] = [.nothing, .since(FakeRepository.time(5)), .complete]
    let cursors = [nil, "open a", "closed b", "c1 c1 9", "\nN1 N2 N3"]
    for stream in Model.Stream.allCases where Bool.random(using: &generator) {
      states[stream] = StreamState(
        watermark: Bool.random(using: &generator) ? FakeRepository.time(900) : nil,
        horizon: horizons.randomElement(using: &generator) ?? .nothing,
        cursor: cursors.randomElement(using: &generator) ?? nil,
        total: Int.random(in: 0...10_000, using: &generator)
      )
    }
    return states
  }

  private func randomPage(
    to request: FactsRequest,
    _ generator: inout SeededGenerator
  ) -> FactsPage {
    var page = FactsPage(repository: repository)
    func next() -> String? { Bool.random(using: &generator) ? "n" : nil }
    let total = Int.random(in: 0...500, using: &generator)
    if request.issues != nil {
      page.issues = .init([FakeRepository.issue(1)], total: total, next: next())
    }
    if request.pulls != nil {
      page.pulls = .init([FakeRepository.pull(2)], total: total, next: next())
    }
    if request.commits != nil {
      let rows = FactsPage.Rows([FakeRepository.commit(1, at: 1)], total: total, next: next())
      page.commits = .init(head: "c1", page: rows)
    }
    if request.forks != nil { page.forks = .init([], total: total, next: next()) }
    if request.releases != nil { page.releases = .init([], total: total, next: next()) }
    if request.ownIssues != nil { page.ownIssues = .init([], total: nil, next: next()) }
    let cut = Int.random(in: 0...60, using: &generator)
    page.cut = (0..<cut).map { self.cut(1_000 + $0, $0.isMultiple(of: 2) ? .issue : .pull) }
    return page
  }
}
