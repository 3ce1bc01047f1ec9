import Testing

@testable import Collector

struct PageSizesTests {
  @Test func `pages are halved down to one row and grow back one step at a time`() {
    var sizes = PageSizes()
    let before = sizes
    var full: [Int] = []
    while sizes.canShrink {
      full.append(sizes.full)
      sizes.shrink()
    }
    #expect(full == [100, 50, 25, 12, 6, 3])
    #expect(sizes.full == 1)
    #expect(sizes.ownIssues == 1)
    sizes.grow()
    #expect(sizes.full == 3)
    for _ in 0..<10 { sizes.grow() }
    #expect(sizes == before)
  }
}
