import Model

extension Kind where Value == String {
  /// Text as it is written; `no`, `on`, numbers and dates too.
  static let text = Kind.scalar(
    "a text that is not empty",
    schema: ["type": "string", "minLength": 1],
    encode: { .string($0) },
    parse: { text in
      let trimmed = text.utf8.allSatisfy { $0 <= 0x20 }
      return trimmed ? nil : text
    }
  )

  /// A user or an organisation.
  static let login = Kind.scalar(
    "the login of an organization",
    schema: ["type": "string", "pattern": "^[A-Za-z0-9_-]{1,100}$"],
    encode: { .string($0) },
    parse: { RepositoryName("\($0)/x") == nil ? nil : $0 }
  )
}

extension Kind where Value == Bool {
  static let flag = Kind.scalar(
    "true or false (also yes, no, on, off)",
    schema: ["type": "boolean"],
    encode: { .bool($0) },
    parse: { text in
      switch text.lowercased() {
      case "true", "yes", "on": true
      case "false", "no", "off": false
      default: nil
      }
    }
  )
}

extension Kind where Value == Int {
  static func count(_ range: ClosedRange<Int>) -> Kind {
    .scalar(
      "a whole number from \(range.lowerBound) to \(range.upperBound)",
      schema: [
        "type": "integer", "minimum": .int(range.lowerBound), "maximum": .int(range.upperBound),
      ],
      encode: { .int($0) },
      parse: { text in
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
          return nil
        }
        return range.contains(number) ? number : nil
      }
    )
  }
}

extension Kind where Value == Double {
  static func number(_ range: ClosedRange<Double>) -> Kind {
    let (low, high) = (JSONValue.double(range.lowerBound), JSONValue.double(range.upperBound))
    return .scalar(
      "a number from \(JSONWriter.text(low)) to \(JSONWriter.text(high))",
      schema: ["type": "number", "minimum": low, "maximum": high],
      encode: { .double($0) },
      parse: { text in
        // Words such as `nan` and hexadecimal numbers are no numbers of a configuration.
        let isDecimal = text.utf8.allSatisfy {
          (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
        }
        guard isDecimal, let number = Double(text), range.contains(number) else { return nil }
        return number
      }
    )
  }
}

extension Kind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the words of an enumeration.
  static var choice: Kind {
    let words = Value.allCases.map(\.rawValue)
    return .scalar(
      words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""),
      schema: ["enum": .array(words.map(JSONValue.string))],
      encode: { .string($0.rawValue) },
      parse: Value.init(rawValue:)
    )
  }
}

extension Kind where Value == Duration {
  static let duration = Kind.scalar(
    "a length of time, as in 500ms, 1s or 5m",
    schema: ["type": "string", "pattern": "^[0-9]{1,8}(ms|s|m|h|d)$"],
    encode: { .string(DurationText.format($0)) },
    parse: DurationText.parse
  )
}

extension Kind where Value == Cron {
  static let cron = Kind.scalar(
    "five fields of cron, as in \"0 2 * * *\"",
    schema: ["type": "string"],
    encode: { .string($0.text) },
    parse: { Cron($0) }
  )
}

extension Kind where Value == RepositoryName {
  static let repository = Kind.scalar(
    "a repository, as in OWNER/NAME",
    schema: ["type": "string", "pattern": "^[A-Za-z0-9_-]{1,100}/[A-Za-z0-9._-]{1,100}$"],
    encode: { .string($0.description) },
    parse: { RepositoryName($0) }
  )
}

extension Kind where Value == Glob {
  static let glob = Kind.scalar(
    "a name, in which * stands for any characters",
    schema: ["type": "string", "minLength": 1],
    encode: { .string($0.pattern) },
    parse: { $0.isEmpty ? nil : Glob($0) }
  )
}

extension Kind where Value == ClosedRange<Day> {
  static let days = Kind.scalar(
    "a day or two with a slash, as in 2026-12-20/2027-01-03",
    schema: ["type": "string"],
    encode: { days in
      let ends = [days.lowerBound, days.upperBound].map(\.description)
      return .string(ends[0] == ends[1] ? ends[0] : ends.joined(separator: "/"))
    },
    parse: { text in
      let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { Day($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else {
        return nil
      }
      return first <= last ? first...last : nil
    }
  )
}

extension Kind where Value == RequestBudget {
  static let budget = Kind.scalar(
    "light, moderate, heavy, auto or a whole number of requests from 1 to 1000000",
    schema: [
      "anyOf": [
        ["enum": ["light", "moderate", "heavy", "auto"]],
        ["type": "integer", "minimum": 1, "maximum": 1_000_000],
      ]
    ],
    encode: { budget in
      switch budget {
      case .light: "light"
      case .moderate: "moderate"
      case .heavy: "heavy"
      case .auto: "auto"
      case .requestsPerHour(let count): .int(count)
      }
    },
    parse: { text in
      switch text {
      case "light": return .light
      case "moderate": return .moderate
      case "heavy": return .heavy
      case "auto": return .auto
      default:
        guard let count = Int(text), (1...1_000_000).contains(count) else { return nil }
        return .requestsPerHour(count)
      }
    }
  )
}

extension Kind where Value == StoreLocation {
  static let location = Kind.scalar(
    "sqlite:PATH, postgres://… or file:DIR",
    schema: ["type": "string", "pattern": "^(sqlite|postgres|postgresql|file):"],
    encode: { .string($0.description) },
    parse: { StoreLocation($0) }
  )
}
