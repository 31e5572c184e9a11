import { paperParts } from './paper-parts.ts'

/**
 * How letters (纸质信) look: A4, 12 pt, black on white, one letter after another. The address stands where the window of an
 * envelope is (DIN 5008 form B: 20 mm from the left, 45 mm from the top, 85 × 45 mm; it shows in a DL and in a ZL envelope when the
 * sheet is folded at its marks), and nothing else comes near the window. Each letter begins on a sheet of its own, also when both
 * sides are printed: no home finds another's letter on the back of its own. Typst 0.14. Takes `sys.inputs.letters` (JSON).
 */
export const letterTemplate = `${paperParts}
#let letters = json(bytes(sys.inputs.letters))
#let margin = (x: 23mm, top: 20mm, bottom: 25mm)

#set document(title: "信", date: auto)
#set text(size: 12pt)
#set par(leading: 0.8em, spacing: 1em)

// Which letter a page is of, which page of how many; none: the blank back of a sheet.
#let where() = {
  let page = here().page()
  let ends = query(<letter-end>).map(end => end.location().page())
  let at = ends.position(end => end >= page)
  if at == none { return none }
  let first = query(<letter-begin>).at(at).location().page()
  if first > page { none } else { (foot: letters.at(at).foot, page: page - first + 1, of: ends.at(at) - first + 1) }
}

#set page(
  paper: "a4",
  margin: margin,
  footer-descent: 8mm,
  footer: context {
    let on = where()
    if on != none {
      set text(8.5pt, fill: grey)
      set par(justify: false, leading: 0.5em, first-line-indent: 0pt)
      grid(
        columns: (1fr, auto),
        column-gutter: 8mm,
        grid.hline(stroke: hairline),
        inset: (top: 2mm),
        on.foot,
        [第 #on.page 页 共 #on.of 页],
      )
    }
  },
)

#show heading: it => {
  set text(13pt, weight: 700)
  set par(justify: false, leading: 0.6em)
  block(above: 6mm, below: 3.5mm, it.body)
}

// Put at a place of the sheet, whatever the margins.
#let at(x, y, body) = place(top + left, dx: x - margin.x, dy: y - margin.top, body)

#let window(letter) = at(20mm, 45mm, block(width: 85mm, height: 45mm, {
  set par(justify: false, leading: 0.6em, spacing: 0.8em, first-line-indent: 0pt)
  block(height: 8mm, text(7.5pt, fill: grey, letter.sender))
  for line in letter.addressee { par(line) }
}))

#let folds = for y in (105mm, 210mm) {
  at(5mm, y, line(length: 4mm, stroke: hairline))
}

#let written(letter) = {
  [#metadata(none) <letter-begin>]
  folds
  {
    set par(justify: false, leading: 0.5em, spacing: 0.6em)
    strong(letter.company)
    parbreak()
    text(9.5pt, fill: grey, letter.contact)
  }
  window(letter)
  // The address, and a finger's breadth around it: paper shifts in its envelope.
  v(1fr, weak: false)
}

#for (index, letter) in letters.enumerate() {
  block(height: 80mm, width: 100%, written(letter))
  align(center, heading(level: 1, text(16pt, letter.title)))
  align(center, text(10pt, fill: grey, letter.under))
  v(2mm)
  if letter.greeting != "" { par(letter.greeting) }
  for words in letter.body { par(first-line-indent: (amount: 2em, all: true), words) }
  if letter.closing.len() > 0 {
    set par(justify: false)
    align(right, letter.closing.map(words => [#words]).join(linebreak()))
  }
  set-parts(letter.parts)
  [#metadata(none) <letter-end>]
  if index < letters.len() - 1 { pagebreak(to: "odd") }
}
`
