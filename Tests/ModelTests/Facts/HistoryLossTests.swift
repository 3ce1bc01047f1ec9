import Model
import Testing

struct HistoryLossTests {
  private static let until = Timestamp(seconds: 1_692_512_220)
  private static let earlier = Timestamp(seconds: 1_692_252_999)

  private static let sentences: [(loss: HistoryLoss, sentence: String)] = [
    (
      HistoryLoss(cause: .missing, until: until, firstRun: earlier),
      "Daily counts, downloads and traffic from 17 August 2023, when the tool first wrote here, to "
        + "20 August 2023 are lost: neither the store nor a copy of it was found."
    ),
    (
      HistoryLoss(cause: .damaged, from: earlier, until: until, setAside: "vitals.damaged"),
      "Daily counts, downloads and traffic from 17 August 2023 to 20 August 2023 are lost: the store "
        + "was damaged and is kept as vitals.damaged, and its copy is of 17 August 2023."
    ),
    (
      HistoryLoss(cause: .damaged, from: until, until: until),
      "No day is lost although the store was damaged: its copy of 20 August 2023 took its place."
    ),
  ]

  @Test(arguments: sentences)
  func `a loss is told in the words of the documents`(_ row: (loss: HistoryLoss, sentence: String))
  {
    #expect(row.loss.sentence == row.sentence)
  }
}
