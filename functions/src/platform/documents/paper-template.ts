import { paperParts } from './paper-parts.ts'

/**
 * How a paper looks: A4, 13 pt, generous leading, black on white, for people who read it at the kitchen table. Typst 0.14.
 * Takes `sys.inputs.paper` (JSON: title, under, parts, foot; scan, or null: link, words, code as SVG).
 */
export const paperTemplate = `${paperParts}
#let paper = json(bytes(sys.inputs.paper))

#set document(title: paper.title, date: auto)
#set page(
  paper: "a4",
  margin: (x: 23mm, top: 24mm, bottom: 27mm),
  footer-descent: 9mm,
  footer: context {
    set text(8.5pt, fill: grey)
    set par(justify: false, leading: 0.5em, first-line-indent: 0pt)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      grid.hline(stroke: hairline),
      inset: (top: 2mm),
      paper.foot,
      [第 #counter(page).get().first() 页 共 #counter(page).final().first() 页],
    )
  },
)

#show title: it => {
  set align(center)
  set text(22pt, weight: 700)
  set par(justify: false, leading: 0.6em)
  block(below: 5mm, it)
}
#title()
#if paper.under != "" {
  align(center, text(11.5pt, fill: grey, paper.under))
}
#v(4mm)

#set-parts(paper.parts)
#if paper.scan != none {
  block(breakable: false, above: 9mm, grid(
    columns: (30mm, 1fr),
    column-gutter: 7mm,
    align: horizon,
    link(paper.scan.link, image(bytes(paper.scan.code), format: "svg", width: 30mm, alt: paper.scan.words)),
    text(11.5pt, paper.scan.words),
  ))
}
`
