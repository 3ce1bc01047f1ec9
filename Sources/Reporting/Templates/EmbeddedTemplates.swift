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

</details>

{{/has_numbers}}
{{#method}}
<details>
<summary>How the score is made, and how sure it is</summary>

The score is the sum of five parts, weighted {{{weights}}}. A part compares the last 30 days with the three 30-day spans before, or measures waiting times over 90 days. A part without data is left out, and the others count for more. Bots are left out ({{{bots}}} of their items so far). Exact formulas: {{{metrics_page}}}.

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
{{{marker}}}
{{> verdict}}
{{> advice}}
{{> score}}
{{> year}}
{{> waiting}}
{{> history}}
{{> details}}
{{> missing}}
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
{{> details}}
{{> missing}}
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
