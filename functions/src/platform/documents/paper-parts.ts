/**
 * What papers and letters have in common: type, headings, and how each kind of part looks. Typst 0.14. All text comes in as
 * strings, so none of it is ever markup.
 */
export const paperParts = String.raw`
#let grey = luma(35%)
#let hairline = 0.4pt + luma(75%)
#let rule = 0.8pt + luma(20%)

#set text(font: "Noto Sans SC", fallback: false, lang: "zh", region: "cn", size: 13pt)
#set par(justify: true, leading: 0.95em, spacing: 1.15em)

// A long run of letters or digits (a hash, an address) has no place to break; with these it has, and stays on the page.
#let breakable(run) = run.text.clusters().join(box())
#show regex("[!-~]{25,}"): breakable

#show heading: it => {
  set text(15pt, weight: 700)
  set par(justify: false, leading: 0.6em)
  block(above: 7mm, below: 4.5mm, it.body)
}

#let paragraph(part) = par(first-line-indent: (amount: 2em, all: true), part.text)

#let notice(part) = block(
  width: 100%,
  fill: luma(95%),
  stroke: (left: 3pt + luma(20%)),
  inset: (x: 5mm, y: 4mm),
  above: 1.3em,
  below: 1.3em,
  par(justify: false, text(weight: 700, part.text)),
)

#let facts(part) = {
  set par(justify: false, leading: 0.7em)
  let longest = calc.max(4, ..part.rows.map(row => row.label.clusters().len()))
  grid(
    columns: (calc.min(9, longest) * 1em + 1.5em, 1fr),
    inset: (column, _) => (y: 0.6em, left: 0pt, right: if column == 0 { 1.5em } else { 0pt }),
    stroke: (bottom: hairline),
    ..part.rows.map(row => (text(fill: grey, row.label), row.text)).flatten(),
  )
}

// A cell stays whole on its page, unless it is so long that it might not fit on one.
#let short(words) = words.len() < 240 and not words.contains("\n")
#let cell(words) = if short(words) { block(breakable: false, words) } else { words }

// How many rows at the end stay together: a total does not stand alone on a page.
#let together(rows) = if rows.len() > 2 and rows.slice(-2).flatten().all(short) { 2 } else { 0 }

// The width that a column must have in a size: at the right what it says, before that its longest word.
#let floor(part, column, size) = {
  let width(words) = measure(text(size, words)).width
  let cells = part.rows.map(row => row.at(column))
  let head = calc.min(width(strong(part.columns.at(column))), 6 * size)
  let whole = calc.max(head, ..cells.map(width))
  if column >= part.columns.len() - part.ends { return (must: calc.min(whole, 14 * size), likes: 0pt) }
  let words = cells.map(words => words.matches(regex("[!-~]{2,24}"))).flatten()
  let must = calc.max(calc.min(whole, 4 * size), ..words.map(word => width(word.text)))
  (must: must, likes: calc.max(0pt, calc.min(whole, 20 * size) - must))
}

// A table is as wide as the page and in 12 pt; smaller only when what cannot break would not fit side by side.
#let ruled(part) = layout(page => {
  let count = part.columns.len()
  let gap = 16pt
  let room = page.width - (count - 1) * gap
  let at-size(size) = (size: size, floors: range(count).map(column => floor(part, column, size)))
  let needs(floors) = floors.map(each => each.must).sum()
  let sizes = (12pt, 11pt, 10pt, 9pt, 8pt)
  let fitting = sizes.find(size => needs(at-size(size).floors) <= room)
  let (size, floors) = at-size(if fitting == none { 8pt } else { fitting })
  let need = needs(floors)
  let likes = floors.map(each => each.likes / 1pt)
  if likes.sum() == 0 { likes = (1,) * count }
  let width(column) = if need > room { floors.at(column).must * (room / need) } else {
    floors.at(column).must + (room - need) * likes.at(column) / likes.sum()
  }
  let left(column) = if column == 0 { 0pt } else { gap / 2 }
  let right(column) = if column == count - 1 { 0pt } else { gap / 2 }

  let from-end = part.rows.len() - together(part.rows)
  set text(size)
  set par(justify: false, leading: 0.65em)
  show regex("[!-~]{9,}"): it => if need > room { breakable(it) } else { it }
  table(
    columns: range(count).map(column => left(column) + width(column) + right(column)),
    align: (column, _) => if column >= count - part.ends { end } else { start },
    inset: (column, _) => (y: 0.6em, left: left(column), right: right(column)),
    stroke: (_, row) => (bottom: if row == 0 { rule } else { hairline }),
    table.hline(stroke: rule),
    table.header(..part.columns.map(strong)),
    ..part.rows.slice(0, from-end).flatten().map(cell),
    // An empty foot would stand as an empty row.
    ..if from-end < part.rows.len() { (table.footer(repeat: false, ..part.rows.slice(from-end).flatten().map(cell)),) },
    table.hline(stroke: rule),
  )
})

#let setters = (paragraph: paragraph, notice: notice, facts: facts, table: ruled, heading: part => heading(part.text))
#let set-parts(parts) = for part in parts { (setters.at(part.kind))(part) }
`
