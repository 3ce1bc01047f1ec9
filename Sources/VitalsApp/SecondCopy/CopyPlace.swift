import Model
import Settings

/// Where the second copy of the store goes.
struct CopyPlace: Hashable, Sendable {
  var repository: RepositoryName
  /// As in `vitals-data`.
  var branch: String
}

extension Session {
  /// The branch that a run keeps up to date, nil where it keeps none.
  ///
  /// That is a branch of the workflow's repository. Outside a workflow nobody is surprised by one:
  /// the settings must ask for it.
  var copyPlace: CopyPlace? {
    guard settings.storage.backup.destination == .branch, let home = environment.repository,
      environment.actions != nil || isBackupChosen
    else { return nil }
    return CopyPlace(repository: home, branch: settings.storage.backup.branch)
  }

  /// Whether the run may change the branch; what a pull request starts may not.
  var mayWriteCopy: Bool {
    !options.isDryRun && environment.actions?.eventName?.hasPrefix("pull_request") != true
  }

  /// The branch that a person asks for by name of a command, whatever the settings keep up to date.
  ///
  /// - Throws: ``AppFailure`` when it is not clear whose branch is meant.
  func namedCopyPlace() throws -> CopyPlace {
    let named = settings.github.repositories
    guard let home = environment.repository ?? (named.count == 1 ? named.first : nil) else {
      throw AppFailure(
        .usage,
        "It is not clear whose branch is meant; name one repository with --repo OWNER/NAME, or a FILE."
      )
    }
    return CopyPlace(repository: home, branch: settings.storage.backup.branch)
  }
}
