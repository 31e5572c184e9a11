import type { CellValue } from 'exceljs'
import { expect, it } from 'vitest'
import { allOf, whys } from '../testing/all-of.ts'
import { excelFile } from '../testing/excel-file.ts'

const columns = [
  '楼栋',
  '单元',
  '房号',
  '业主姓名',
  '联系电话',
  '建筑面积',
  '房屋类型',
  '收费标准',
  '交房日期',
  '备注',
]
const good: readonly CellValue[] = [
  '1栋',
  1,
  101,
  '张三',
  '13800138000',
  88.5,
  '住宅',
  2.2,
  '2019-05-01',
  '长期空置',
]

/** The good row with some cells changed, by the column's name. */
const row = (changes: Record<string, CellValue> = {}) =>
  columns.map((name, at) => changes[name] ?? good[at] ?? null)
const read = async (...rows: (readonly CellValue[])[]) => allOf(await excelFile({ 档案: [columns, ...rows] }))
const broken = (error: '#REF!' | '#N/A') => ({ formula: 'A1', result: { error } })

it('takes over all that a row says', async () => {
  expect((await read(row())).register).toEqual([
    {
      sheet: '档案',
      rowNumber: 2,
      room: { key: '1/1/101', building: '1栋', unit: '1单元', roomNo: '101' },
      ownerName: '张三',
      phones: ['13800138000'],
      areaHundredths: 8850,
      usage: '住宅',
      rateTenThousandths: 22000,
      handoverDate: '2019-05-01',
      remark: '长期空置',
    },
  ])
})

it.each<[string, CellValue, string]>([
  ['房号', '/', 'room is missing'],
  ['房号', broken('#REF!'), 'cell holds a formula error'],
  ['业主姓名', '', 'owner name is missing'],
  ['业主姓名', ' － ', 'owner name is missing'],
  ['业主姓名', broken('#N/A'), 'cell holds a formula error'],
  ['建筑面积', '待测绘', 'area is not a number'],
  ['建筑面积', '', 'area is not a number'],
  ['建筑面积', broken('#REF!'), 'cell holds a formula error'],
  ['建筑面积', 88.505, 'area has more than two decimals'],
  ['建筑面积', 0, 'area is not positive'],
  ['建筑面积', -88.5, 'area is not positive'],
  ['建筑面积', 1e9, 'area is too large'],
  ['收费标准', '面议', 'rate is not a number'],
  ['收费标准', ' ', 'rate is not a number'],
  ['收费标准', -2.2, 'rate is not positive'],
  ['收费标准', 1.23456, 'rate has more than four decimals'],
  ['收费标准', 22000, 'rate is too large'],
])('rejects a row whose %s is %j: %s', async (column, value, why) => {
  const { register, rejected } = await read(row({ [column]: value }))
  expect(register).toEqual([])
  expect(rejected).toMatchObject([{ sheet: '档案', row: 2, column, why }])
})

it('names a formula error by what the cell shows', async () => {
  const { rejected } = await read(row({ 建筑面积: broken('#REF!') }))
  expect(rejected[0]?.reason).toBe('“建筑面积”的公式没有算出结果（#REF!）。请改成数值或文字。')
})

it.each<[string, CellValue, string]>([
  ['联系电话', '1380013', 'phone is not a mobile number'],
  ['联系电话', broken('#N/A'), 'cell holds a formula error'],
  ['交房日期', '明年', 'handover date is not understood'],
  ['交房日期', broken('#N/A'), 'cell holds a formula error'],
  ['收费标准', 0, 'rate is zero'],
])('keeps a row whose %s is %j, with a warning: %s', async (column, value, why) => {
  const { register, rejected, warnings } = await read(row({ [column]: value }))
  expect(register.map(({ rateTenThousandths }) => rateTenThousandths)).toEqual([
    value === 0 ? undefined : 22000,
  ])
  expect(rejected).toEqual([])
  expect(warnings).toMatchObject([{ sheet: '档案', row: 2, column, why }])
})

it('a home is registered once: the later row is rejected, whatever became of the earlier', async () => {
  const other = row({ 业主姓名: '李四' })
  const { register, rejected } = await read(
    row(),
    other,
    row(),
    row({ 房号: 102, 建筑面积: '不详' }),
    row({ 房号: '0102室' }),
  )
  expect(register.map(({ ownerName }) => ownerName)).toEqual(['张三'])
  expect(whys(rejected)).toEqual([
    '档案 3: duplicate room',
    '档案 4: duplicate room',
    '档案 5: area is not a number',
    '档案 6: duplicate room',
  ])
  expect(rejected[0]?.reason).toContain('1栋1单元101 在“档案”第 2 行已经有了')
})

it('a room number without a building is asked to be written out', async () => {
  const file = await excelFile({
    档案: [
      ['房号', '业主', '面积'],
      [502, '张三', 90],
    ],
  })
  const { rejected } = await allOf(file)
  expect(whys(rejected)).toEqual(['档案 2: room is not understood'])
  expect(rejected[0]?.reason).toContain('“房号”的“502”')
})

it('merged cells speak for all their rows, but never twice for an area', async () => {
  const rows = [row(), row({ 房号: 102 }), row({ 房号: 103 }), row({ 房号: 104 })]
  const file = await excelFile({ 档案: [columns, ...rows] }, (workbook) => {
    const sheet = workbook.getWorksheet('档案')
    for (const range of ['A2:A5', 'B2:B5', 'D3:E4', 'F4:F5']) sheet?.mergeCells(range)
  })
  const { register, rejected } = await allOf(file)
  expect(register.map(({ room, ownerName }) => [room.key, ownerName])).toEqual([
    ['1/1/101', '张三'],
    ['1/1/102', '张三'],
  ])
  expect(whys(rejected)).toEqual([
    '档案 4: cell is merged with other rows',
    '档案 5: cell is merged with other rows',
  ])
})

it('merged cells whose first is empty say nothing, and nothing of other cells above', async () => {
  const rows = [row(), row({ 单元: 2 }), [], row({ 房号: '' })]
  const file = await excelFile({ 档案: [columns, ...rows] }, (workbook) => {
    for (const range of ['C2:C3', 'C4:C5']) workbook.getWorksheet('档案')?.mergeCells(range)
  })
  const { register, rejected } = await allOf(file)
  expect(register.map(({ room }) => room.key)).toEqual(['1/1/101', '1/2/101'])
  expect(whys(rejected)).toEqual(['档案 5: room is missing'])
})

it('reads a handover date from a date cell', async () => {
  const { register } = await read(row({ 交房日期: new Date('2019-05-01T00:00:00Z') }))
  expect(register[0]?.handoverDate).toBe('2019-05-01')
})

it('a line that is only numbered is no row', async () => {
  const file = await excelFile({
    档案: [['序号', ...columns], [1, ...row()], [2], [3, ...row({ 房号: 102 })]],
  })
  const { register, rejected } = await allOf(file)
  expect(register).toHaveLength(2)
  expect(rejected).toEqual([])
})

it('totals, repeated headers and titles, notes and blank lines are no rows', async () => {
  const file = await excelFile({
    档案: [
      ['阳光花园业主档案'],
      columns,
      row(),
      ['1栋小计', null, null, null, null, 88.5],
      [],
      ['阳光花园业主档案'],
      columns,
      row({ 房号: 102, 备注: '车位费合计见附件' }),
      [null, null, null, '合 计：', null, 177],
      ['备注：以上面积以产权证为准'],
      ['第1页，共1页'],
    ],
  })
  const { register, rejected } = await allOf(file)
  expect(register.map(({ rowNumber }) => rowNumber)).toEqual([3, 8])
  expect(rejected).toEqual([])
})
