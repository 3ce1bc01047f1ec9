/// A small generator of random numbers whose sequence is the same everywhere and for ever.
///
/// Source: Guy Steele, Doug Lea, Christine Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014. The draws below use arithmetic alone: what the C library makes of
/// `exp` and `log` differs from machine to machine.
struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A generator of its own for one subject, so that its draws do not shift those of others.
  init(seed: UInt64, subject: Int) {
    var parent = SplitMix64(seed: seed &+ UInt64(bitPattern: Int64(subject)) &* 0x9E37)
    state = parent.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix64 {
  /// At least 0 and below 1.
  mutating func fraction() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  /// True in `probability` of all cases.
  mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// At least 0 and below `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(fraction() * Double(bound))
  }

  /// A count around `rate`, which lies far below 8: the successes of eight trials.
  mutating func count(around rate: Double) -> Int {
    var count = 0
    for _ in 0..<8 where chance(rate / 8) { count += 1 }
    return count
  }

  /// A waiting time with a long tail, from a thirtieth to thirty times its median.
  mutating func wait(median: Double) -> Double {
    let share = 1.0 / 31 + fraction() * 29 / 31
    return median * share / (1 - share)
  }

  /// One of `choices`, which has at least one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }

  /// `digits` hexadecimal digits.
  mutating func hexadecimal(digits: Int) -> String {
    var text = ""
    while text.utf8.count < digits {
      let part = String(next(), radix: 16)
      text += String(repeating: "0", count: 16 - part.utf8.count) + part
    }
    return String(text.prefix(digits))
  }
}
