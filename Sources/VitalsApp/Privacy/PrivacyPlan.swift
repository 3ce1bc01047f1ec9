import GitHub
import Model

/// Which repositories a workflow may measure, given who can read what it writes.
///
/// Everybody reads the log, the summary, the cache and the branches of a public repository, so there
/// nothing of a private one may reach them, not even its name.
struct PrivacyPlan: Hashable, Sendable {
  /// In the order in which they were named.
  private(set) var admitted: [RepositoryName] = []
  /// One sentence for each of the others, without its name.
  private(set) var refusals: [String] = []
  /// Who can read what is written; nil where nobody asked, since only home itself is measured.
  let audience: Audience?

  /// - Parameters:
  ///   - names: The repositories that were asked for.
  ///   - home: The workflow's repository; nil where what is written stays with a person.
  ///   - visibility: Who can see them, nil where nobody asked; one that is missing counts as
  ///     hidden, and home as public.
  init(
    for names: [RepositoryName],
    home: RepositoryName?,
    visibility: [RepositoryName: Visibility]?
  ) {
    guard let home, let visibility, visibility[home] != .members else {
      (audience, admitted) = (visibility == nil ? nil : .members, names)
      return
    }
    audience = .everybody
    for (index, name) in names.enumerated() {
      if name == home || visibility[name] == .everybody {
        admitted.append(name)
      } else {
        refusals.append(Self.refusal(visibility[name] ?? .hidden, at: index + 1, of: names.count))
      }
    }
  }

  private static func refusal(_ visibility: Visibility, at place: Int, of count: Int) -> String {
    let which = count == 1 ? "The repository named" : "Repository \(place) of the \(count) named"
    let why =
      visibility == .members
      ? "is private" : "does not exist, or is private and not visible to this token"
    return
      "\(which) \(why), and this workflow's repository is public: everybody could read of it, so it "
      + "was left out; measure it from a workflow in a private repository."
  }
}
