import CommonMark

extension LintRule {
  /// Mermaid draws surplus points without a word and refuses a series of unlike length late.
  static let mermaidValues = LintRule(
    "mermaid-values",
    "Every series of a chart has one plain number for each label."
  ) { source in
    MermaidChart.charts(in: source)
      .flatMap { chart -> [Finding] in
        let expected = chart.labels?.elements.count ?? chart.series.first?.elements.count
        return chart.series.flatMap { series -> [Finding] in
          var findings: [Finding] = []
          if series.elements.isEmpty {
            findings.append(Finding("A series without values is refused.", line: series.line))
          } else if let expected, series.elements.count != expected {
            let values = CountText.plain(series.elements.count, "value")
            let message = "This series has \(values) for \(CountText.plain(expected, "label"))."
            findings.append(Finding(message, line: series.line))
          }
          if let wrong = series.elements.first(where: { !MermaidChart.isPlainNumber($0) }) {
            findings.append(Finding("`\(wrong)` is not a plain number.", line: series.line))
          }
          return findings
        }
      }
  }

  static let mermaidQuoting = LintRule(
    "mermaid-quoting",
    "Titles and labels of a chart stand in double quotes without `\"`, `<` or `>` inside."
  ) { source in
    MermaidChart.charts(in: source)
      .flatMap { chart in
        chart.texts.filter { !MermaidChart.isQuoted($0.text) }
          .map { text in
            Finding("`\(text.text)` must stand in double quotes, escaped.", line: text.line)
          }
      }
  }

  /// More points than that cannot be told apart on a phone.
  static let mermaidPoints = LintRule(
    "mermaid-points",
    "A series of a chart has at most \(mostPoints) points."
  ) { source in
    MermaidChart.charts(in: source)
      .flatMap { chart in
        chart.series.filter { $0.elements.count > mostPoints }
          .map { series in
            Finding(
              "This series has \(series.elements.count) points; draw at most \(mostPoints).",
              line: series.line
            )
          }
      }
  }

  static let mermaidDiagram = LintRule(
    "mermaid-diagram",
    "Mermaid knows the diagram, each line of a chart and of a pie, and what holds a flowchart and a "
      + "sequence together."
  ) { source in
    MermaidDiagram.diagrams(in: source)
      .compactMap { diagram in
        guard !MermaidDiagram.isKnown(diagram.kind) else { return nil }
        let message =
          diagram.kind.isEmpty
          ? "This diagram is empty." : "Mermaid knows no diagram `\(diagram.kind)`."
        return Finding(message, line: diagram.line)
      }
      + MermaidDiagram.diagrams(in: source)
      .flatMap { diagram in
        let problems =
          MermaidFlow.problems(in: diagram) + MermaidPie.problems(in: diagram)
          + MermaidSequence.problems(in: diagram) + MermaidBlocks.problems(in: diagram)
        return problems.map { Finding($0.message, line: $0.line) }
      }
      + MermaidChart.charts(in: source)
      .flatMap { chart -> [Finding] in
        let strange = chart.strange.map { line in
          Finding("`\(line.text)` is no line of a chart.", line: line.line)
        }
        guard chart.series.isEmpty, strange.isEmpty else { return strange }
        return [Finding("This chart has neither a line nor a bar.", line: chart.line)]
      }
  }

  private static let mostPoints = 60
}
