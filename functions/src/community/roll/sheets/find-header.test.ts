import { expect, it } from 'vitest'
import { columnName, columnNames, fieldOf } from '../column-names.ts'
import type { SheetRow } from '../workbook/cell.ts'
import { findHeader } from './find-header.ts'

const rows = (...lines: string[][]): SheetRow[] =>
  lines.map((texts, at) => ({
    rowNumber: at + 1,
    cells: new Map(
      texts.flatMap((text, column) => (text === '' ? [] : [[column + 1, { kind: 'text', text }]])),
    ),
  }))

it('every column name belongs to one field', () => {
  const all = Object.values(columnNames).flatMap((names) => names.map(columnName))
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([])
})

it('a column is known whatever surrounds its name', () => {
  for (const name of ['建筑面积', '建筑面积(㎡)', '建筑\n面积（平方米）', ' *建筑 面积㎡', '建筑面积：']) {
    expect(fieldOf(name)?.field).toBe('area')
  }
  expect(fieldOf('欠费金额（元）')?.field).toBe('owed')
  expect(fieldOf('套内面积')).toBeUndefined()
})

it('takes the row that names the most columns, below titles and blank rows', () => {
  const header = findHeader(
    rows(
      ['阳光花园业主档案'],
      ['业主', '面积', '房号'],
      [''],
      ['房号', '业主', '建筑面积', '电话'],
      ['101', '甲', '90', '1'],
    ),
  )
  expect(header?.rowNumber).toBe(4)
  expect(header?.titles).toContain('阳光花园业主档案')
})

it('takes a chargeable area before a built-up one, wherever they stand', () => {
  const header = findHeader(rows(['房号', '建筑面积', '业主', '计费面积']))
  expect(header?.columns.get('area')).toBe(4)
  expect(header?.unused).toEqual(['建筑面积'])
})

it('prefers a row that makes the sheet readable to one that merely names more', () => {
  const header = findHeader(rows(['楼栋', '单元', '电话', '备注', '类型'], ['房号', '业主', '面积']))
  expect(header?.rowNumber).toBe(2)
})

it('reads a header of two rows, with groups above their parts', () => {
  const header = findHeader(
    rows(
      ['欠费明细'],
      ['房号', '业主', '收费项目', '欠费期间', '', '金额（元）', '', ''],
      ['', '', '', '起', '止', '应收', '已收', '欠费'],
      ['1-1-101', '甲', '物业费', '2026.1', '2026.9', '10', '0', '10'],
    ),
  )
  expect(header?.rowNumber).toBe(3)
  expect(header?.titles).toEqual(['欠费明细'])
  expect(Object.fromEntries(header?.columns ?? [])).toEqual({
    room: 1,
    ownerName: 2,
    feeItem: 3,
    periodFrom: 4,
    periodTo: 5,
    charged: 6,
    paid: 7,
    owed: 8,
  })
})

it('a title right above the header stays a title', () => {
  const header = findHeader(rows(['', '阳光花园业主档案'], ['房号', '业主', '面积'], ['1-1-101', '甲', '90']))
  expect(header).toMatchObject({ rowNumber: 2, titles: ['阳光花园业主档案'] })
})

it('finds none in a sheet that is no table of ours', () => {
  expect(findHeader(rows(['月份', '收入', '支出'], ['1月', '1', '2']))).toBeUndefined()
  expect(findHeader([])).toBeUndefined()
})
