import Storage
import Testing

struct StoreLocationTests {
  private static let places: [(text: String, path: String)] = [
    ("sqlite:vitals.sqlite", "vitals.sqlite"),
    ("sqlite:data/vitals.sqlite", "data/vitals.sqlite"),
    ("sqlite:/var/vitals.sqlite", "/var/vitals.sqlite"),
    ("sqlite:///growth_metrics.db", "growth_metrics.db"),
    ("sqlite:////var/vitals.sqlite", "/var/vitals.sqlite"),
    ("SQLite:vitals.sqlite", "vitals.sqlite"),
    ("vitals.sqlite", "vitals.sqlite"),
    ("./a:b.sqlite", "./a:b.sqlite"),
    ("/var/vitals.sqlite", "/var/vitals.sqlite"),
    ("dir with space/v.sqlite", "dir with space/v.sqlite"),
  ]

  @Test(arguments: places)
  func path(_ place: (text: String, path: String)) throws {
    #expect(try StoreLocation(place.text) == .sqlite(path: place.path))
  }

  private static let refusals: [(text: String, error: StoreLocationError)] = [
    ("", .noPath),
    ("sqlite:", .noPath),
    ("sqlite:///", .noPath),
    ("sqlite:a\0b", .noPath),
    ("sqlite://vitals.sqlite", .host),
    ("postgres://u:secret@host/db", .notAvailable("PostgreSQL")),
    ("postgresql://host/db", .notAvailable("PostgreSQL")),
    ("file:data", .notAvailable("Compressed files")),
    ("mysql://u:secret@host/db", .unknownScheme("mysql")),
  ]

  @Test(arguments: refusals)
  func refusal(_ refusal: (text: String, error: StoreLocationError)) {
    let error = #expect(throws: StoreLocationError.self) { try StoreLocation(refusal.text) }
    #expect(error == refusal.error)
    #expect(error?.description.contains("secret") == false)
    #expect(error?.description.hasSuffix(".") == true)
  }
}
