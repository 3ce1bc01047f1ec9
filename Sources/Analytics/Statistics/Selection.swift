extension [Double] {
  /// Moves the value of a rank, from 0 in ascending order, to its place: none before it is greater,
  /// none after it is less.
  ///
  /// Cost: linear on average (Hoare's quickselect, https://doi.org/10.1145/366622.366647).
  mutating func select(_ rank: Int) {
    var (low, high) = (startIndex, index(before: endIndex))
    while low < high {
      let pivot = self[low + (high - low) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        guard left <= right else { break }
        swapAt(left, right)
        (left, right) = (left + 1, right - 1)
      }
      // What lies between the two equals the pivot.
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        return
      }
    }
  }
}
