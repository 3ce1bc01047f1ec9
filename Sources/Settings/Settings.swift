/// Everything that can be set, with the defaults as initial values.
///
/// The names in a file and what each key means stand in ``SettingsSchema``.
package struct Settings: Sendable {
  package var github = GitHubSettings()
  package var collection = CollectionSettings()
  package var storage = StorageSettings()
  package var analytics = AnalyticsSettings()
  package var alerts = AlertSettings()
  package var report = ReportSettings()
  package var delivery = DeliverySettings()
  package var comment = CommentSettings()
  package var plugins: [Plugin] = []

  package init() {}
}
