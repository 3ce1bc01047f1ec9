import GitHub
import Model
import Testing

@testable import VitalsApp

struct PrivacyPlanTests {
  private static func names(_ texts: String...) -> [RepositoryName] {
    texts.compactMap { RepositoryName($0) }
  }

  private let home = names("octo/home").first
  private let wanted = names("octo/home", "octo/open", "octo/closed", "octo/unseen")

  private func visibility(ofHome home: Visibility?) -> [RepositoryName: Visibility] {
    let others: [Visibility?] = [home, .everybody, .members, .hidden]
    return Dictionary(
      uniqueKeysWithValues: zip(wanted, others)
        .compactMap { name, seen in
          seen.map { (name, $0) }
        }
    )
  }

  @Test(arguments: [Visibility.everybody, .hidden, nil])
  func `in a public repository only what everybody can see is measured`(
    _ seen: Visibility?
  ) throws {
    let plan = PrivacyPlan(for: wanted, home: home, visibility: visibility(ofHome: seen))
    #expect(plan.admitted.map(\.name) == ["home", "open"])
    #expect(plan.audience == .everybody)
    #expect(plan.refusals.count == 2)
    #expect(plan.refusals.first?.hasPrefix("Repository 3 of the 4 named is private, and") == true)
    #expect(plan.refusals.allSatisfy { !$0.contains("octo") && !$0.contains("closed") })
  }

  @Test func `in a private repository and outside a workflow everything is measured`() {
    let plans = [
      PrivacyPlan(for: wanted, home: home, visibility: visibility(ofHome: .members)),
      PrivacyPlan(for: wanted, home: nil, visibility: [:]),
    ]
    for plan in plans {
      #expect(plan.admitted == wanted && plan.refusals.isEmpty && plan.audience == .members)
    }
  }

  @Test func `where nobody asked, nobody is known to read it`() {
    let plan = PrivacyPlan(for: Array(wanted.prefix(1)), home: home, visibility: nil)
    #expect(plan.admitted.map(\.name) == ["home"] && plan.audience == nil)
  }
}
