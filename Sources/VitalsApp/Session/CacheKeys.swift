/// What the keys begin with under which the action keeps things in the cache of a repository.
enum CacheKeys {
  /// The store, a new entry each run.
  static let store = "vitals-v1-"
  /// The built program, where it is not downloaded.
  static let build = "vitals-build-v1-"
}
