import Model

/// Everyone who appears in a history: who is the same person, who is a bot, who is left out.
///
/// People are numbered densely in the order in which they are met, accounts first.
struct Roster: Sendable {
  /// By account index.
  private(set) var accounts: [Identity] = []
  /// By commit index.
  private(set) var commits: [Identity] = []
  /// By person: whether counts of people leave them out.
  private(set) var isIgnored: [Bool] = []
  /// How many different bots appear.
  private(set) var botCount = 0

  private var people: [Key: Int32] = [:]
  private var ids: [String: Int] = [:]

  init(_ history: History, rules: PeopleRules) {
    // Addresses in lower case, once for each spelling that occurs.
    var addresses: [String: Address] = [:]
    let spelled = history.commits.map { commit in
      if let known = addresses[commit.email] { return known }
      let address = Address(commit.email)
      addresses[commit.email] = address
      return address
    }
    learnLogins(history, spelled)
    var bots: Set<Key> = []
    for account in history.accounts {
      accounts.append(identity(of: account, rules, &bots))
    }
    let byID = accountsByID(history)
    var seen: [String: Identity] = [:]
    for (commit, address) in zip(history.commits, spelled) {
      if let author = commit.author, let identity = account(author), identity != .nobody {
        if case .person(let person) = identity, rules.ignores(address.text) {
          isIgnored[Int(person)] = true
        }
        commits.append(identity)
      } else if let identity = seen[address.text] {
        commits.append(identity)
      } else {
        let identity = identity(of: address, byID, rules, &bots)
        seen[address.text] = identity
        commits.append(identity)
      }
    }
    botCount = bots.count
    (people, ids) = ([:], [:])
  }

  /// Who stands behind an account index; nobody for a deleted account.
  func identity(of account: Int?) -> Identity {
    account.flatMap(self.account) ?? .nobody
  }

  private func account(_ index: Int) -> Identity? {
    accounts.indices.contains(index) ? accounts[index] : nil
  }

  /// Notes which id a login belongs to, accounts before addresses and lower ids before higher.
  ///
  /// Addresses without an id are older than those with one, hence the oldest account.
  private mutating func learnLogins(_ history: History, _ addresses: [Address]) {
    for account in history.accounts {
      guard let id = account.id else { continue }
      let login = account.login.lowercased()
      ids[login] = min(ids[login] ?? id, id)
    }
    var others: [String: Int] = [:]
    for address in addresses {
      guard let noReply = address.noReply, let id = noReply.id else { continue }
      others[noReply.login] = min(others[noReply.login] ?? id, id)
    }
    ids.merge(others) { known, _ in known }
  }

  private func accountsByID(_ history: History) -> [Int: Identity] {
    var byID: [Int: Identity] = [:]
    for (account, identity) in zip(history.accounts, accounts) {
      guard let id = account.id, byID[id] != .bot else { continue }
      byID[id] = identity
    }
    return byID
  }

  private mutating func identity(
    of account: Account,
    _ rules: PeopleRules,
    _ bots: inout Set<Key>
  ) -> Identity {
    let login = account.login.lowercased()
    guard login != "ghost" else { return .nobody }
    let key = account.id.map(Key.id) ?? key(ofLogin: login)
    if rules.isBot(account) {
      bots.insert(key)
      return .bot
    }
    return .person(number(of: key, isIgnored: rules.ignores(login)))
  }

  private mutating func identity(
    of address: Address,
    _ byID: [Int: Identity],
    _ rules: PeopleRules,
    _ bots: inout Set<Key>
  ) -> Identity {
    let key: Key
    let isBot: Bool
    var isIgnored = rules.ignores(address.text)
    if let noReply = address.noReply {
      key = noReply.id.map(Key.id) ?? self.key(ofLogin: noReply.login)
      isBot = rules.isBot(login: noReply.login) || key.id.flatMap { byID[$0] } == .bot
      isIgnored = isIgnored || rules.ignores(noReply.login)
    } else {
      key = .address(address.text)
      isBot = rules.isBot(address: address.text)
    }
    guard !isBot else {
      bots.insert(key)
      return .bot
    }
    return .person(number(of: key, isIgnored: isIgnored))
  }

  private func key(ofLogin login: String) -> Key {
    ids[login].map(Key.id) ?? .login(login)
  }

  private mutating func number(of key: Key, isIgnored: Bool) -> Int32 {
    if let known = people[key] {
      if isIgnored { self.isIgnored[Int(known)] = true }
      return known
    }
    let number = Int32(clamping: self.isIgnored.count)
    people[key] = number
    self.isIgnored.append(isIgnored)
    return number
  }
}

extension Roster {
  /// Who did something.
  enum Identity: Hashable, Sendable {
    case person(Int32)
    case bot
    /// A deleted account.
    case nobody

    var person: Int32? {
      guard case .person(let person) = self else { return nil }
      return person
    }
  }

  /// What makes two appearances the same person.
  private enum Key: Hashable {
    case id(Int)
    case login(String)
    case address(String)

    var id: Int? {
      guard case .id(let id) = self else { return nil }
      return id
    }
  }

  /// An address of a commit.
  private struct Address {
    let text: String
    let noReply: NoReplyAddress?

    init(_ address: String) {
      text = address.lowercased()
      noReply = NoReplyAddress(text)
    }
  }
}
