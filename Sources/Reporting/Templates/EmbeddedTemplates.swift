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

| Number | Now |{{#has_before}} 4 weeks ago |{{/has_before}} Name in METRICS |
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

The score is the sum of five parts, weighted {{{weights}}}. A part compares the last 30 days with the three 30-day spans before, or measures waiting times over 90 days. A part without data is left out, and the others count for more. Bots are left out ({{{bots}}} so far, and {{{bot_items}}} of their items). Exact formulas: {{{metrics_page}}}.

{{#doubt}}
**Give or take {{{doubt}}}** is the 90% range (1.64 standard errors of {{{standard_error}}}). {{/doubt}}**Evidence** behind the score: {{{evidence}}} of 100; below 35 there is little to go on, below 50 it raises no alert.

</details>

{{/method}}
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
    ("health", #"""
<!-- repo-vitals:v1 kind={{{kind}}} repo={{{repository.id}}} -->
{{> verdict}}
{{> advice}}
{{> score}}
{{> year}}
{{> waiting}}
{{> history}}
{{> alerts}}
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

| Part | Score |{{#has_change}} 4 weeks |{{/has_change}}
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
{{#score}}
| Part | Score |{{#has_change}} 4 weeks |{{/has_change}}
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
The full report is in `reports/health.md` and in the artifact of this run.

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
    ("year", #"""
{{#year}}
### {{{title}}}

{{{words}}}

```mermaid
{{{chart}}}
```

{{/year}}

"""#),
  ]
}
