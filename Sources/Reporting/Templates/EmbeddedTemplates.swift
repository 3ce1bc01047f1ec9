// Written by script/embed-templates from templates/*.md; do not edit.

// swift-format-ignore-file

/// The built-in templates, by name.
enum EmbeddedTemplates {
  static let all: [(name: String, text: String)] = [
    ("advice", #"""
{{#advice}}
### {{{title}}}

{{#bullets}}
- {{{.}}}
{{/bullets}}

{{/advice}}

"""#),
    ("alert-anomaly", #"""
{{{marker}}}
## {{{heading}}}

{{#paragraphs}}
{{{.}}}

{{/paragraphs}}
{{#items}}
### {{{title}}}

{{#rows}}
- [{{{mark}}}] {{{what}}}
{{/rows}}

{{/items}}
{{#chart}}
By week, up to now (right).

```mermaid
{{{.}}}
```

{{/chart}}
{{#details}}
### {{{title}}}

<details>
<summary>How unusual this is</summary>

| Number | Test | Expected (95%) | Strength | From the middle | Beyond the quartiles |
| :-- | :-- | --: | --: | --: | --: |
{{#rows}}
| {{{number}}} | {{{test}}} | {{{range}}} | {{{ratio}}} | {{{median}}} | {{{fences}}} |
{{/rows}}

Strength is a multiple of the firing point. The last two columns are plain methods (usual limits 3.5 and 1.5); they explain, they do not decide.

</details>

<details>
<summary>When this closes</summary>

By itself, after seven ordinary days. A comment comes only when it gets stronger or is over. Close it, or add the label {{{snooze}}}, and it stays quiet until it gets stronger. These days are left out when the usual level is worked out.

</details>

{{/details}}
<!-- repo-vitals:data {{{data}}} -->

<sub>{{{footer}}}</sub>

"""#),
    ("alert-collection-failure", #"""
{{{marker}}}
## {{{heading}}}

{{#paragraphs}}
{{{.}}}

{{/paragraphs}}
{{#permission}}
```yaml
permissions:
{{#lines}}
  {{{.}}}
{{/lines}}
```

{{/permission}}
{{#known}}
### {{{title}}}

| Data | Read up to | State |
| :-- | :-- | :-- |
{{#rows}}
| {{{data}}} | {{{until}}} | {{{state}}} |
{{/rows}}

{{/known}}
{{#meaning}}
### {{{title}}}

{{#bullets}}
- {{{.}}}
{{/bullets}}

{{/meaning}}
{{#details}}
### {{{title}}}

<details>
<summary>What GitHub said</summary>

| Run | Time (UTC) | Answer |
| :-- | :-- | :-- |
{{#rows}}
| {{{run}}} | {{{time}}} | {{{answer}}} |
{{/rows}}

{{{more}}}

</details>

{{/details}}
<!-- repo-vitals:data {{{data}}} -->

<sub>{{{footer}}}</sub>

"""#),
    ("alert-comment", #"""
{{{marker}}}
**{{{heading}}}** {{{sentence}}}

{{#numbers}}
| What | {{{from}}} | {{{to}}} |
| :-- | --: | --: |
{{#rows}}
| {{{what}}} | {{{before}}} | {{{now}}} |
{{/rows}}

{{/numbers}}
{{#helped}}
{{{.}}}

{{/helped}}
<!-- repo-vitals:data {{{data}}} -->

<sub>{{{footer}}}</sub>

"""#),
    ("alert-health-drop", #"""
{{{marker}}}
## {{{heading}}}

{{#paragraphs}}
{{{.}}}

{{/paragraphs}}
{{#items}}
### {{{title}}}

{{#rows}}
- [{{{mark}}}] {{{what}}}<br>{{{state}}}
{{/rows}}

Boxes are ticked here when an item is merged, closed or answered.

{{/items}}
{{#fell}}
### {{{title}}}

| Part | Before | Now |
| :-- | :-- | :-- |
{{#rows}}
| {{{part}}} | {{{before}}} | {{{now}}} |
{{/rows}}

{{{remark}}}

{{#chart}}
Score at the end of each week, up to now (right). Grey: the level before the fall.

```mermaid
{{{.}}}
```

{{/chart}}
{{/fell}}
{{#why}}
### {{{title}}}

{{#bullets}}
- {{{.}}}
{{/bullets}}

{{/why}}
{{#details}}
### {{{title}}}

<details>
<summary>How unusual this is</summary>

{{{unusual}}}

{{#previous}}
{{{.}}}

{{/previous}}
</details>

<details>
<summary>When this closes</summary>

By itself, when the 7-day middle value has been within 5 points of the level before it for 7 days in a row. That level is the middle value of the 56 days that end 15 days earlier; it moves along, so a score that has settled at a new level closes this too. This text is kept up to date every day; a comment comes only when it gets worse or is over.

Close it, or add the label {{{snooze}}}, and it stays quiet until things get worse.

</details>

{{/details}}
<!-- repo-vitals:data {{{data}}} -->

<sub>{{{footer}}}</sub>

"""#),
    ("alert-notice", #"""
{{{marker}}}
## {{{heading}}}

{{#paragraphs}}
{{{.}}}

{{/paragraphs}}
{{{closing}}}

<!-- repo-vitals:data {{{data}}} -->

<sub>{{{footer}}}</sub>

"""#),
    ("alerts", #"""
{{#alerts}}
### {{{title}}}

{{#bullets}}
- {{{.}}}
{{/bullets}}

{{/alerts}}

"""#),
    ("details", #"""
{{#details}}
### {{{title}}}

{{#has_numbers}}
<details>
<summary>All numbers</summary>

| Number | Now |{{#has_before}} {{{ago}}} |{{/has_before}} Name in METRICS |
| :-- | --: |{{#has_before}} --: |{{/has_before}} :-- |
{{#numbers}}
| {{{name}}} | {{{now}}} |{{#has_before}} {{{before}}} |{{/has_before}} {{{id}}} |
{{/numbers}}

{{#absentees}}
{{{.}}}

{{/absentees}}
</details>

{{/has_numbers}}
{{#has_cohorts}}
<details>
<summary>Who comes back</summary>

People by the month in which they were first active, and how many of them were active again one, two and three months later.

| First active | People | 1 | 2 | 3 |
| :-- | --: | --: | --: | --: |
{{#cohorts}}
| {{{month}}} | {{{people}}} | {{{one}}} | {{{two}}} | {{{three}}} |
{{/cohorts}}

</details>

{{/has_cohorts}}
{{#method}}
<details>
<summary>How the score is made, and how sure it is</summary>

The score is the sum of five parts, weighted {{{weights}}}. A part compares the last 30 days with the three 30-day spans before, or measures waiting times over 90 days. A part without data is left out, and the others count for more. Bots are left out ({{{bots}}}). Exact formulas: {{{metrics_page}}}.

{{#doubt}}
**Give or take {{{doubt}}}** is the 90% range (1.64 standard errors of {{{standard_error}}}). {{/doubt}}**Evidence** behind the score: {{{evidence}}} of 100; below 35 there is little to go on, below 50 it raises no alert.

</details>

{{/method}}
{{#forecast}}
<details>
<summary>How the forecast is made</summary>

Each day is expected at a slowly moving level, adjusted for the weekday where weekdays differ. Bursts are damped on purpose, so a lively month is usually underestimated. The range comes from past misses.

| Series | Typical miss in {{{span}}} | Range held | Error |
| :-- | --: | --: | --: |
{{#records}}
| {{{series}}} | {{{miss}}} | {{{held}}} | {{{error}}} |
{{/records}}

Error is RMSSE: below 1.00 the forecast beats repeating the week before. Starting days are two weeks apart, up to 27 of them.

</details>

{{/forecast}}
{{#charts}}
<details>
<summary>Numbers behind the charts</summary>

{{#rows}}
{{{name}}}:<br>{{{sparkline}}}<br>{{{values}}}

{{/rows}}
</details>

{{/charts}}
{{/details}}

"""#),
    ("expect", #"""
{{#expect}}
### {{{title}}}

{{#has_rows}}
| In the next |{{#spans}} {{{.}}} |{{/spans}}
| :-- |{{#spans}} --: |{{/spans}}
{{#rows}}
| {{{series}}} |{{#totals}} {{{.}}} |{{/totals}}
{{/rows}}

{{/has_rows}}
{{#paragraphs}}
{{{.}}}

{{/paragraphs}}
{{#chart}}
{{{words}}}

```mermaid
{{{drawing}}}
```

{{/chart}}
{{/expect}}

"""#),
    ("health", #"""
{{{marker}}}
{{> verdict}}
{{> advice}}
{{> score}}
{{> year}}
{{> waiting}}
{{> history}}
{{> alerts}}
{{> expect}}
{{> peers}}
{{> details}}
{{> missing}}
{{#omitted}}
{{{.}}}

{{/omitted}}
<!-- repo-vitals:data {{{data}}} -->
{{#footer}}

<sub>{{{.}}}</sub>
{{/footer}}

"""#),
    ("history", #"""
{{#history}}
### {{{title}}}

| Data | Known since | Still to read |
| :-- | :-- | :-- |
{{#rows}}
| {{{data}}} | {{{since}}} | {{{left}}} |
{{/rows}}

{{/history}}

"""#),
    ("last-advice", #"""
{{#last_advice}}
### {{{title}}}

{{#bullets}}
- {{{.}}}
{{/bullets}}

{{/last_advice}}

"""#),
    ("missing", #"""
{{#missing}}
### {{{title}}}

| What | Why | How to get it |
| :-- | :-- | :-- |
{{#rows}}
| {{{what}}} | {{{why}}} | {{{how}}} |
{{/rows}}

{{/missing}}

"""#),
    ("peers", #"""
{{#peers}}
### {{{title}}}

{{{words}}}

{{#bullets}}
- {{{.}}}
{{/bullets}}

{{/peers}}

"""#),
    ("portfolio", #"""
{{#marker}}
{{{.}}}
{{/marker}}
## {{{heading}}}

{{#sentence}}
{{{.}}}

{{/sentence}}
{{{counts}}}

{{#delivered}}
{{{.}}}

{{/delivered}}
{{#needing}}
### {{{title}}}

| Repository | Score | 4 weeks |
| :-- | :-- | --: |
{{#rows}}
| {{{repository}}} | {{{score}}} | {{{change}}} |
{{/rows}}

{{#remark}}
{{{.}}}

{{/remark}}
{{/needing}}
{{#fine}}
### {{{title}}}

| Repository | Score | 4 weeks |
| :-- | :-- | --: |
{{#rows}}
| {{{repository}}} | {{{score}}} | {{{change}}} |
{{/rows}}

{{/fine}}
{{#unjudged}}
### {{{title}}}

{{#bullets}}
- {{{.}}}
{{/bullets}}

{{/unjudged}}
{{#details}}
### {{{title}}}

{{#has_rates}}
<details>
<summary>How fast, how often, how faithful: the active repositories</summary>

Rates only, never totals: a small project is not a worse one. Half of the repositories lie between the outer columns.

| Rate | Lower quarter | Middle | Upper quarter | From |
| :-- | --: | --: | --: | --: |
{{#rates}}
| {{{rate}}} | {{{lower}}} | {{{middle}}} | {{{upper}}} | {{{from}}} |
{{/rates}}

The score of a repository compares it with its own past. There is no average of all, on purpose.

</details>

{{/has_rates}}
<details>
<summary>How the list is sorted</summary>

A repository needs someone when it has an open alert, or its score has left its band downwards. Alerts come first, then the lowest score. The others follow, those that fall first, then from the lowest score. Last come those that are not judged, each with the reason.

</details>

{{/details}}
{{#missing}}
### {{{title}}}

| What | Where | How to get it |
| :-- | :-- | :-- |
{{#rows}}
| {{{what}}} | {{{where}}} | {{{how}}} |
{{/rows}}

{{/missing}}
{{#omitted}}
{{{.}}}

{{/omitted}}
{{#data}}
<!-- repo-vitals:data {{{.}}} -->

{{/data}}
<sub>{{{footer}}}</sub>

"""#),
    ("pull-request-none", #"""
{{{verdict}}}

| Question | Here | A comment would need |
| :-- | :-- | :-- |
{{#rows}}
| {{{question}}} | {{{here}}} | {{{needed}}} |
{{/rows}}

<sub>{{{footer}}}</sub>

"""#),
    ("pull-request", #"""
{{{marker}}}
{{#welcome}}
{{{.}}}

{{/welcome}}
{{#times}}
| | Half within | 8 of 10 take |
| :-- | --: | --: |
{{#rows}}
| {{{what}}} | {{{half}}} | {{{most}}} |
{{/rows}}

{{/times}}
{{#size}}
{{{lead}}}

| Here, in the past year | From {{{border}}} lines | Smaller |
| :-- | --: | --: |
{{#rows}}
| {{{what}}} | {{{large}}} | {{{small}}} |
{{/rows}}

{{{advice}}}

{{/size}}
{{#paragraphs}}
{{{.}}}

{{/paragraphs}}
{{#about}}
<details>
<summary>About this project</summary>

{{{.}}}

</details>

{{/about}}
<!-- repo-vitals:data {{{data}}} -->

<sub>{{{footer}}}</sub>

"""#),
    ("score", #"""
{{#score}}
### {{{title}}}

| Part | Score |{{#has_change}} {{{span}}} |{{/has_change}}
| :-- | :-- |{{#has_change}} --: |{{/has_change}}
{{#rows}}
| {{{part}}} | {{{score}}} |{{#has_change}} {{{change}}} |{{/has_change}}
{{/rows}}

{{#remarks}}
{{{.}}}

{{/remarks}}
{{/score}}

"""#),
    ("step-summary", #"""
{{> verdict}}
{{#alerts}}
{{{.}}}

{{/alerts}}
{{#score}}
| Part | Score |{{#has_change}} {{{span}}} |{{/has_change}}
| :-- | :-- |{{#has_change}} --: |{{/has_change}}
{{#rows}}
| {{{part}}} | {{{score}}} |{{#has_change}} {{{change}}} |{{/has_change}}
{{/rows}}

{{/score}}
{{#run}}
### {{{title}}}

{{#facts}}
- {{{.}}}
{{/facts}}

{{/run}}
{{#file}}
The full report is in {{{file}}}, and in the artifact of this run where it keeps one.

{{/file}}
<sub>{{{footer}}}</sub>

"""#),
    ("verdict", #"""
{{#verdict}}
## {{{heading}}}

{{#sentence}}
{{{.}}}

{{/sentence}}
{{#facts}}
{{{.}}}

{{/facts}}
{{#note}}
> [!NOTE]
> {{{.}}}

{{/note}}
{{/verdict}}

"""#),
    ("waiting", #"""
{{#waiting}}
### {{{title}}}

| Since | What is waiting |
| --: | :-- |
{{#rows}}
| {{{since}}} | {{{what}}} |
{{/rows}}

{{#remark}}
{{{.}}}

{{/remark}}
{{/waiting}}

"""#),
    ("week", #"""
{{#week}}
### {{{title}}}

| What | This week | Last week | Usual | 13 weeks |
| :-- | --: | --: | --: | :-- |
{{#rows}}
| {{{what}}} | {{{now}}} | {{{before}}} | {{{usual}}} | {{{weeks}}} |
{{/rows}}

{{{remark}}}

{{/week}}

"""#),
    ("weekly", #"""
{{{marker}}}
{{> verdict}}
{{> last-advice}}
{{> advice}}
{{> week}}
{{> score}}
{{> year}}
{{> waiting}}
{{> history}}
{{> alerts}}
{{> expect}}
{{> peers}}
{{> details}}
{{> missing}}
{{#omitted}}
{{{.}}}

{{/omitted}}
<!-- repo-vitals:data {{{data}}} -->
{{#footer}}

<sub>{{{.}}}</sub>
{{/footer}}

"""#),
    ("year", #"""
{{#year}}
### {{{title}}}

{{{words}}}

```mermaid
{{{chart}}}
```

{{#queue}}
{{{words}}}

```mermaid
{{{chart}}}
```

{{/queue}}
{{/year}}

"""#),
  ]
}
