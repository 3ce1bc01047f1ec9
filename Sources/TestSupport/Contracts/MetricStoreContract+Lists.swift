import Model
import Storage
import Testing

extension MetricStoreContract {
  static var lists: [Check] {
    [
      Check("streams are replaced by name and others stay") { store in
        var changes = try Sample.founding()
        let forks = StreamState(
          watermark: Sample.time(1),
          horizon: .since(Sample.time(0)),
          cursor: "next",
          total: 4,
          lastAttempt: StreamState.Attempt(at: Sample.time(2), failure: "Refused.")
        )
        changes.streams = [.issues: StreamState(horizon: .complete), .forks: forks]
        try await store.apply(changes)
        let issues = StreamState(lastAttempt: StreamState.Attempt(at: Sample.time(3), failure: nil))
        changes.streams = [.issues: issues]
        try await store.apply(changes)
        #expect(try await store.streams(of: Sample.id) == [.issues: issues, .forks: forks])
        #expect(try await store.streams(of: Sample.other).isEmpty)
      },
      Check("repositories come by id") { store in
        try await store.apply(try Sample.founding(Sample.other, named: "a/b"))
        try await store.apply(try Sample.founding())
        #expect(try await store.repositories().map(\.id) == [Sample.id, Sample.other])
      },
      Check("a repository is found by the names that it had") { store in
        func current(_ text: String) async throws -> String? {
          let name = try #require(RepositoryName(text))
          return try await store.repository(formerly: name)?.name.description
        }
        try await store.apply(try Sample.founding(named: "a/first"))
        try await store.apply(try Sample.founding(named: "a/second"))
        try await store.apply(try Sample.founding(named: "a/Second"))
        try await store.apply(try Sample.founding(named: "b/third"))
        var asked = try Sample.founding(named: "b/third")
        asked.formerNames = [try #require(RepositoryName("c/asked"))]
        try await store.apply(asked)
        for name in ["a/first", "A/SECOND", "c/asked"] {
          #expect(try await current(name) == "b/third", "\(name)")
        }
        #expect(try await current("b/third") == nil)
        // Somebody else took the name and was renamed in turn.
        try await store.apply(try Sample.founding(Sample.other, named: "a/first"))
        #expect(try await current("a/first") == "b/third")
        try await store.apply(try Sample.founding(Sample.other, named: "a/other"))
        #expect(try await current("a/first") == "a/other")
      },
      Check("counts hold what the tool wrote itself") { store in
        var changes = try Sample.everything()
        changes.items.append(Sample.item(9, isOwn: true))
        try await store.apply(changes)
        #expect(
          try await store.counts(of: Sample.id) == [
            .stars: 5, .forks: 1, .commits: 2, .issues: 2, .pulls: 1, .releases: 1,
          ]
        )
      },
      Check("an unknown repository has counts of zero and no history") { store in
        let counts = try await store.counts(of: Sample.other)
        #expect(counts.values.allSatisfy { $0 == 0 } && counts.count == 6)
        #expect(try await store.history(of: Sample.other) == nil)
      },
      Check("known commits are those that are kept") { store in
        try await store.apply(try Sample.everything())
        #expect(try await store.known(["c2", "c3", "c1"], in: Sample.id) == ["c1", "c2"])
      },
      Check("titles come by number, without unknown ones") { store in
        try await store.apply(try Sample.everything())
        let titles = try await store.titles(of: [99, 2, 1, 2], in: Sample.id)
        #expect(
          titles == [
            ItemTitle(number: 1, kind: .issue, title: "A title"),
            ItemTitle(number: 2, kind: .pull, title: "A title"),
          ]
        )
      },
      Check("deliveries are replaced by kind and subject, and come in that order") { store in
        var changes = try Sample.founding()
        changes.deliveries = [("health", ""), ("alert", "b"), ("alert", "a")]
          .map {
            Delivery(
              kind: $0.0,
              subject: $0.1,
              issue: 1,
              url: "",
              digest: "1",
              writtenAt: Sample.time(1)
            )
          }
        try await store.apply(changes)
        changes.deliveries = [
          Delivery(
            kind: "alert",
            subject: "b",
            issue: 2,
            url: "",
            digest: "2",
            writtenAt: Sample.time(2)
          )
        ]
        try await store.apply(changes)
        let deliveries = try await store.deliveries(of: Sample.id)
        #expect(deliveries.map { $0.kind + $0.subject } == ["alerta", "alertb", "health"])
        #expect(deliveries.map(\.issue) == [1, 2, 1])
      },
      Check("a delivery may be to a repository that is not collected") { store in
        let delivery = Delivery(
          kind: "portfolio",
          issue: 1,
          url: "",
          digest: "",
          writtenAt: Sample.time(1)
        )
        try await store.apply(Changes(repository: Sample.other, deliveries: [delivery]))
        try await store.apply(Changes(repository: Sample.other, deliveries: [delivery]))
        #expect(try await store.deliveries(of: Sample.other) == [delivery])
        #expect(try await store.repositories().isEmpty)
        #expect(try await store.history(of: Sample.other) == nil)
        try await store.apply(try Sample.founding(Sample.other))
        #expect(try await store.deliveries(of: Sample.other) == [delivery])
      },
      Check("alerts are replaced by kind, subject and first day, and come in that order") { store in
        func alert(_ subject: String, _ day: Int, _ severity: Int = 0) -> AlertRecord {
          AlertRecord(
            kind: "anomaly",
            subject: subject,
            began: Sample.day(day),
            fired: Sample.day(day),
            severity: severity
          )
        }
        var changes = try Sample.founding()
        changes.alerts = [alert("b", 2), alert("b", 1), alert("a", 3)]
        try await store.apply(changes)
        let whole = AlertRecord(
          kind: "anomaly",
          subject: "b",
          began: Sample.day(2),
          fired: Sample.day(2),
          cleared: Sample.day(9),
          severity: 2,
          magnitude: 3.5,
          issue: 7,
          url: "https://x/7",
          title: "Eight",
          openedAt: Sample.time(1),
          worsenedAt: Sample.time(2),
          closedAt: Sample.time(3),
          isDismissed: true,
          notes: "{}"
        )
        changes.alerts = [whole]
        try await store.apply(changes)
        #expect(try await store.alerts(of: Sample.id) == [alert("a", 3), alert("b", 1), whole])
        #expect(try await store.alerts(of: Sample.other).isEmpty)
      },
      Check("published scores are replaced by day, and come in the order of days") { store in
        func score(_ day: Int, _ score: Double) -> PublishedScore {
          PublishedScore(day: Day(number: 20_000 + day), score: score)
        }
        var changes = try Sample.founding()
        changes.publishedScores = [score(2, 71.25), score(1, 70)]
        try await store.apply(changes)
        try await store.apply(Changes(repository: Sample.id, publishedScores: [score(1, 69.5)]))
        let published = try await store.publishedScores(of: Sample.id)
        #expect(published == [score(1, 69.5), score(2, 71.25)])
      },
      Check("runs come newest first, as many as asked for") { store in
        for hour in [2, 3, 1] {
          let run = FinishedRun(started: Sample.time(hour), document: "{\"run\":\(hour)}")
          try await store.apply(Changes(repository: Sample.id, run: run))
        }
        #expect(try await store.runs(newest: 2) == ["{\"run\":3}", "{\"run\":2}"])
        #expect(try await store.runs(newest: 0).isEmpty)
      },
    ]
  }
}
