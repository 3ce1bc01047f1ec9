/// The rules that look at more than one key.
extension Loader {
  mutating func check() {
    checkWeights()
    settleStore()
    checkRetries()
    settings.analytics.forecastDays = Set(settings.analytics.forecastDays).sorted()
  }

  private mutating func checkWeights() {
    guard let reader = file?.reader, let mark = reader.groups[SettingsSchema.weights] else {
      return
    }
    guard !reader.failed.contains(where: { $0.hasPrefix(SettingsSchema.weights) }) else { return }
    let sum = settings.analytics.weights.sum
    // A little slack for the rounding of the addition itself.
    guard abs(sum - 1) > 0.001 + 1e-12 else { return }
    let thousandths = (sum * 1_000).rounded() / 1_000
    report(
      "`\(SettingsSchema.weights)` must sum to 1, not \(thousandths); "
        + "a weight that is not written keeps its default",
      at: mark
    )
  }

  /// Brings the kind of store and its location into agreement; the location of an option wins.
  private mutating func settleStore() {
    let location = settings.storage.location
    guard let backend = settings.storage.backend, backend != location.backend else {
      settings.storage.backend = location.backend
      return
    }
    let mark = file?.reader.found.first { $0.path == "storage.backend" }?.mark
    switch origins["storage.connection_string"] {
    case .environment, .flag: settings.storage.backend = location.backend
    case .file:
      report(
        "`storage.backend` is \(backend.rawValue), but `storage.connection_string` names a store "
          + "of the kind \(location.backend.rawValue); remove one of them",
        at: mark
      )
    case .builtIn, nil:
      guard backend == .file else {
        report("`storage.backend` needs `storage.connection_string` as well", at: mark)
        return
      }
      settings.storage.location = .file(directory: "vitals-store")
    }
  }

  private mutating func checkRetries() {
    for failure in RetryClass.allCases {
      let retry = settings.collection.retry[failure]
      guard let base = retry.base, let cap = retry.cap, base > cap else { continue }
      let path = "collection.retry.\(failure.rawValue)"
      report("`\(path).base` must not be longer than `cap`", at: file?.reader.groups[path])
    }
  }
}
