import { expect, it } from 'vitest'
import { rollLimits } from '../limits.ts'
import { rawRow, rawWorkbook } from '../testing/raw-workbook.ts'
import { zipOf } from '../testing/zip-of.ts'
import { mergedCells } from './merged-cells.ts'
import { openWorkbook } from './workbook.ts'

async function merges(refs: readonly string[], data = '') {
  const after = `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const workbook = await openWorkbook(
    zipOf(rawWorkbook({ sheets: [{ name: '表', data, after }] })),
    rollLimits,
  )
  const [sheet] = workbook.sheets
  if (!sheet) throw new Error('no sheet')
  return mergedCells(sheet, workbook.columns)
}

it('tells the rows of each column that are one cell, in order, and not what is merged within a row', async () => {
  const found = await merges(['A9:B10', 'A1:G1', 'A3:A5'])
  expect([...found]).toEqual([
    [
      1,
      [
        { from: 3, to: 5 },
        { from: 9, to: 10 },
      ],
    ],
    [2, [{ from: 9, to: 10 }]],
  ])
})

it('finds every one, wherever the pieces of the file are cut', async () => {
  const count = 10_000
  const refs = Array.from({ length: count }, (_, at) => `B${at * 2 + 1}:B${at * 2 + 2}`)
  for (const padding of [0, 10, 20]) {
    const data = rawRow(1, '表'.repeat(20_000 + padding))
    expect((await merges(refs, data)).get(2)).toHaveLength(count)
  }
})

it('follows no more columns than are read', async () => {
  expect((await merges(['A1:XFD3'])).size).toBe(rollLimits.columns)
})
