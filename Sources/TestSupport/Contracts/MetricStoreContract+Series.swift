import Model
import Storage
import Testing

extension MetricStoreContract {
  static var series: [Check] {
    [
      Check("the first snapshot of a day counts and later ones fill its gaps") { store in
        var changes = try Sample.founding()
        changes.snapshot = Snapshot(day: Sample.day(1), readAt: Sample.time(50), stars: 5)
        try await store.apply(changes)
        changes.snapshot = Snapshot(
          day: Sample.day(1),
          readAt: Sample.time(60),
          stars: 6,
          forks: 2,
          size: 0
        )
        try await store.apply(changes)
        let kept = Snapshot(
          day: Sample.day(1),
          readAt: Sample.time(50),
          stars: 5,
          forks: 2,
          size: 0
        )
        #expect(try await store.sampleHistory().snapshots == [kept])
      },
      Check("a range of star days is replaced, days outside stay") { store in
        var changes = try Sample.founding()
        changes.stars = (0...4).map { StarDay(day: Sample.day($0), count: 10) }
        try await store.apply(changes)
        changes.stars = [
          StarDay(day: Sample.day(3), count: 0), StarDay(day: Sample.day(1), count: 7),
        ]
        try await store.apply(changes)
        let stars = try await store.sampleHistory().stars
        #expect(stars.map(\.day) == [0, 1, 3, 4].map(Sample.day))
        #expect(stars.map(\.count) == [10, 7, 0, 10])
        #expect(try await store.counts(of: Sample.id)[.stars] == 27)
      },
      Check("a file that is replaced or taken away never lowers the downloads") { store in
        try await store.apply(try Sample.founding())
        let readings: [(day: Int, assets: [Asset])] = [
          (20, [Asset(id: "501", name: "a", downloads: 1_200), docs(40)]),
          (21, [Asset(id: "777", name: "a", downloads: 3), docs(44)]),
          (22, [Asset(id: "777", name: "a", downloads: 10)]),
        ]
        for reading in readings {
          try await store.apply(downloads(reading.assets, on: reading.day))
        }
        #expect(
          try await store.sampleHistory().downloads == [
            DownloadDay(day: Sample.day(20), total: 1_240, gain: nil),
            DownloadDay(day: Sample.day(21), total: 1_247, gain: 7),
            DownloadDay(day: Sample.day(22), total: 1_254, gain: 7),
          ]
        )
      },
      Check("the first reading of downloads counts, page by page") { store in
        try await store.apply(try Sample.founding())
        try await store.apply(downloads([docs(40)], on: 1))
        try await store.apply(downloads([docs(45)], on: 1))
        try await store.apply(
          downloads([Asset(id: "2", name: "b", downloads: 5)], on: 1, release: 2)
        )
        #expect(
          try await store.sampleHistory().downloads
            == [DownloadDay(day: Sample.day(1), total: 45, gain: nil)]
        )
      },
      Check("a gain needs the day before, and a day without news is read all the same") { store in
        try await store.apply(try Sample.founding())
        for (day, count) in [(1, 40), (2, 40), (4, 50)] {
          try await store.apply(downloads([docs(count)], on: day))
        }
        #expect(try await store.sampleHistory().downloads.map(\.gain) == [nil, 0, nil])
        #expect(try await store.sampleHistory().downloads.map(\.total) == [40, 40, 50])
      },
      Check("a reading of downloads that comes late is left out") { store in
        try await store.apply(try Sample.founding())
        try await store.apply(downloads([docs(40)], on: 2))
        try await store.apply(downloads([docs(30)], on: 1))
        #expect(try await store.sampleHistory().downloads.map(\.day) == [Sample.day(2)])
      },
    ]
  }

  static var traffic: [Check] {
    [
      Check("of two readings of a day of traffic the larger numbers stay, each by itself") {
        store in
        var changes = try Sample.founding()
        for (count, uniques) in [(40, 9), (44, 7), (12, 1)] {
          changes.traffic = [views(2, count, uniques)]
          try await store.apply(changes)
        }
        #expect(try await store.sampleHistory().traffic == [views(2, 44, 9)])
      },
      Check("days of traffic come by day and kind, and a day without any is kept") { store in
        var changes = try Sample.founding()
        let clones = TrafficDay(day: Sample.day(2), kind: .clones, count: 3, uniques: 2)
        changes.traffic = [views(3, 0, 0), views(2, 5, 4), clones]
        try await store.apply(changes)
        let kept = try await store.sampleHistory().traffic
        #expect(kept == [clones, views(2, 5, 4), views(3, 0, 0)])
      },
      Check("traffic before its repository's record is refused") { store in
        await #expect(throws: StoreError.unknownRepository(Sample.id)) {
          try await store.apply(Changes(repository: Sample.id, traffic: [views(1, 1, 1)]))
        }
      },
    ]
  }

  static var profiles: [Check] {
    [
      Check("a profile is replaced, and what was not read stays as it was") { store in
        var changes = try Sample.founding()
        #expect(try await store.profile(of: Sample.id) == nil)
        let first = Profile(
          readAt: Sample.time(1),
          languages: [.init(name: "Swift", bytes: 20), .init(name: "C\"++", bytes: 3)],
          licence: "MIT",
          topics: ["one", "zwei"],
          discussions: 4,
          community: .init(readAt: Sample.time(1), health: 57)
        )
        changes.profile = first
        try await store.apply(changes)
        #expect(try await store.profile(of: Sample.id) == first)
        changes.profile = Profile(readAt: Sample.time(2))
        try await store.apply(changes)
        var second = first
        second.readAt = Sample.time(2)
        #expect(try await store.profile(of: Sample.id) == second)
        (second.languages, second.licence, second.topics) = ([], Profile.noLicence, [])
        second.discussions = 0
        second.community = .init(readAt: Sample.time(3), health: nil)
        changes.profile = second
        try await store.apply(changes)
        #expect(try await store.profile(of: Sample.id) == second)
        #expect(try await store.profile(of: Sample.other) == nil)
      }
    ]
  }

  private static func views(_ day: Int, _ count: Int, _ uniques: Int) -> TrafficDay {
    TrafficDay(day: Sample.day(day), kind: .views, count: count, uniques: uniques)
  }

  private static func docs(_ count: Int) -> Asset {
    Asset(id: "502", name: "docs.zip", downloads: count)
  }

  private static func downloads(_ assets: [Asset], on day: Int, release: Int = 1) -> Changes {
    Changes(
      repository: Sample.id,
      releases: [Sample.release(release, assets: assets)],
      downloadsDay: Sample.day(day)
    )
  }
}
