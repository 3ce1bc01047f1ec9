import Model

extension Changes {
  /// The same changes with every NUL character taken out of their texts.
  ///
  /// GitHub allows NUL in a title; databases cut such a text or refuse it, and with it the page.
  package var withoutNULs: Changes {
    var clean = self
    clean.record?.defaultBranch?.removeNULs()
    clean.profile?.removeNULs()
    for index in clean.commits.indices { clean.commits[index].removeNULs() }
    for index in clean.forks.indices { clean.forks[index].id.removeNULs() }
    for index in clean.items.indices { clean.items[index].removeNULs() }
    for index in clean.releases.indices { clean.releases[index].removeNULs() }
    clean.removals = removals.map(\.withoutNULs)
    for index in clean.deliveries.indices { clean.deliveries[index].removeNULs() }
    for index in clean.alerts.indices { clean.alerts[index].removeNULs() }
    clean.streams = streams.mapValues(\.withoutNULs)
    clean.run?.document.removeNULs()
    return clean
  }
}

extension String {
  fileprivate var hasNUL: Bool { utf8.contains(0) }

  fileprivate var withoutNULs: String {
    hasNUL ? String(unicodeScalars.filter { $0.value != 0 }) : self
  }

  fileprivate mutating func removeNULs() {
    if hasNUL { self = withoutNULs }
  }
}

extension Profile {
  fileprivate mutating func removeNULs() {
    licence?.removeNULs()
    topics = topics?.map(\.withoutNULs)
    languages = languages?.map { Language(name: $0.name.withoutNULs, bytes: $0.bytes) }
  }
}

extension Commit {
  fileprivate mutating func removeNULs() {
    oid.removeNULs()
    email.removeNULs()
    author?.login.removeNULs()
  }
}

extension Item {
  fileprivate mutating func removeNULs() {
    title.removeNULs()
    author?.login.removeNULs()
    for index in comments.elements.indices { comments.elements[index].author?.login.removeNULs() }
    for index in reviews.elements.indices { reviews.elements[index].author?.login.removeNULs() }
  }
}

extension Release {
  fileprivate mutating func removeNULs() {
    tag.removeNULs()
    for index in assets.elements.indices {
      assets.elements[index].id.removeNULs()
      assets.elements[index].name.removeNULs()
    }
  }
}

extension Removal {
  fileprivate var withoutNULs: Removal {
    switch row {
    case .commit(let oid): Removal(.commit(oid: oid.withoutNULs), noticedAt: noticedAt)
    case .fork(let id): Removal(.fork(id: id.withoutNULs), noticedAt: noticedAt)
    case .item, .release, .comment, .review: self
    }
  }
}

extension Delivery {
  fileprivate mutating func removeNULs() {
    kind.removeNULs()
    subject.removeNULs()
    url.removeNULs()
    digest.removeNULs()
  }
}

extension AlertRecord {
  fileprivate mutating func removeNULs() {
    kind.removeNULs()
    subject.removeNULs()
    title?.removeNULs()
    url?.removeNULs()
    notes.removeNULs()
  }
}

extension StreamState {
  fileprivate var withoutNULs: StreamState {
    var clean = self
    clean.cursor?.removeNULs()
    clean.lastAttempt?.failure?.removeNULs()
    return clean
  }
}
