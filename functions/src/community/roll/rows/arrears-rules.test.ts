import type { CellValue } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { allOf, whys } from '../testing/all-of.ts'
import { excelFile } from '../testing/excel-file.ts'

const columns = [
  '房号',
  '业主姓名',
  '收费项目',
  '欠费起',
  '欠费止',
  '应收金额(元)',
  '已收金额(元)',
  '欠费金额(元)',
  '备注',
]
const good: readonly CellValue[] = [
  '1-1-101',
  '张三',
  '物业服务费',
  '2025-01-01',
  '2025.12',
  1200,
  '200.00',
  '¥1,000',
  '',
]
const register = [
  ['房号', '业主', '面积'],
  ['1-1-101', '张三', 90],
  ['1-1-102', '', 90],
]

const row = (changes: Record<string, CellValue> = {}) =>
  columns.map((name, at) => changes[name] ?? good[at] ?? null)
const read = async (...rows: (readonly CellValue[])[]) =>
  allOf(await excelFile({ 欠费: [columns, ...rows], 档案: register }))
const later = { 欠费起: '2026-01-01', 欠费止: '2026-12-31' }

it('takes over all that a row says, from a sheet that stands before the register', async () => {
  expect((await read(row({ 备注: '要求整改' }))).arrears).toEqual([
    {
      sheet: '欠费',
      rowNumber: 2,
      room: { key: '1/1/101', building: '1栋', unit: '1单元', roomNo: '101' },
      ownerName: '张三',
      feeItem: '物业服务费',
      period: { from: '2025-01-01', to: '2025-12-31' },
      chargedFen: 120000,
      paidFen: 20000,
      owedFen: 100000,
      remark: '要求整改',
    },
  ])
})

it.each<[string, CellValue, string]>([
  ['房号', '1-1-999', 'no such room in the register'],
  ['房号', '1-1-102', 'its register row was rejected'],
  ['收费项目', '', 'fee item is missing'],
  ['收费项目', { formula: 'A1', result: { error: '#N/A' } }, 'cell holds a formula error'],
  ['欠费起', ' ', 'period is missing'],
  ['欠费起', '去年', 'period is not understood'],
  ['欠费止', '2025-02-30', 'period is not understood'],
  ['欠费止', '2024-12-31', 'period ends before it starts'],
  ['应收金额(元)', '见附件', 'amount is not a number'],
  ['应收金额(元)', { formula: 'A1' }, 'cell holds a formula error'],
  ['应收金额(元)', ' ', 'amount is missing'],
  ['应收金额(元)', 1200.005, 'amount has more than two decimals'],
  ['应收金额(元)', 1e12, 'amount is too large'],
  ['应收金额(元)', -1200, 'amount is negative'],
  ['已收金额(元)', -5, 'amount is negative'],
  ['欠费金额(元)', '-', 'amount is missing'],
  ['欠费金额(元)', 1000.01, 'amount owed is not charged minus paid'],
])('rejects a row whose %s is %j: %s', async (column, value, why) => {
  const changes = { [column]: value, ...(value === -5 ? { '欠费金额(元)': 1205 } : {}) }
  const negative = value === -1200 ? { '欠费金额(元)': -1400 } : {}
  const { arrears, rejected } = await read(row({ ...changes, ...negative }))
  expect(arrears).toEqual([])
  expect(rejected.filter(({ sheet }) => sheet === '欠费')).toMatchObject([{ row: 2, column, why }])
})

it('rejects a charge of nothing, and one paid beyond what was charged', async () => {
  const nothing = row({ '应收金额(元)': 0, '已收金额(元)': 0, '欠费金额(元)': 0 })
  const beyond = row({ ...later, '应收金额(元)': 100, '欠费金额(元)': -100 })
  expect(whys((await read(nothing, beyond)).rejected)).toEqual([
    '档案 3: owner name is missing',
    '欠费 2: amount is not positive',
    '欠费 3: amount is negative',
  ])
})

it('a charge that is fully paid is kept, and owes nothing', async () => {
  const { arrears } = await read(row({ '已收金额(元)': 1200, '欠费金额(元)': 0 }))
  expect(arrears.map(({ paidFen, owedFen }) => [paidFen, owedFen])).toEqual([[120000, 0]])
})

describe('periods of one home and one fee', () => {
  it('never overlap: the later row is rejected', async () => {
    const next = row(later)
    const inside = row({ 欠费起: '2025-12-31', 欠费止: '2026-01-31' })
    const between = row({ 欠费起: '2024-01-01', 欠费止: '2024-12-31' })
    const around = row({ 欠费起: '2023-01-01', 欠费止: '2027-12-31' })
    const otherFee = row({ 收费项目: '停车费' })
    const { arrears, rejected } = await read(row(), next, inside, between, around, otherFee)
    expect(arrears.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 5, 7])
    expect(whys(rejected).slice(1)).toEqual([
      '欠费 4: period overlaps another row',
      '欠费 6: period overlaps another row',
    ])
    expect(rejected[1]?.reason).toContain('1栋1单元101 的“物业服务费”在“欠费”第 2 行已有重叠的期间')
  })
})

describe('columns left out', () => {
  const readColumns = async (names: string[], ...cells: CellValue[]) => {
    const sheet = [
      ['房号', '收费项目', '账期', ...names],
      ['1-1-101', '物业费', '2025年', ...cells],
    ]
    const { arrears, rejected } = await allOf(await excelFile({ 欠费: sheet, 档案: register.slice(0, 2) }))
    return (
      rejected[0]?.why ?? arrears.map(({ chargedFen, paidFen, owedFen }) => [chargedFen, paidFen, owedFen])[0]
    )
  }

  it('follow from the others', async () => {
    expect(await readColumns(['欠费'], 10)).toEqual([1000, 0, 1000])
    expect(await readColumns(['应收'], 10)).toEqual([1000, 0, 1000])
    expect(await readColumns(['应收', '欠费'], 10, 4)).toEqual([1000, 600, 400])
    expect(await readColumns(['应收', '已收'], 10, 4)).toEqual([1000, 400, 600])
    expect(await readColumns(['应收', '已收', '欠费'], 10, null, 10)).toEqual([1000, 0, 1000])
    expect(await readColumns(['已收', '欠费'], 4, 10)).toEqual([1400, 400, 1000])
  })

  it('do not hide a debt above what was charged', async () => {
    expect(await readColumns(['应收', '欠费'], 10, 12)).toBe('amount is negative')
  })
})

it('an amount merged over several rows is nobody’s', async () => {
  const rows = [row(), row(later)]
  const file = await excelFile({ 欠费: [columns, ...rows], 档案: register.slice(0, 2) }, (workbook) =>
    workbook.getWorksheet('欠费')?.mergeCells('F2:F3'),
  )
  expect(whys((await allOf(file)).rejected)).toEqual([
    '欠费 2: cell is merged with other rows',
    '欠费 3: cell is merged with other rows',
  ])
})

it('cells merged within one row are still that row’s', async () => {
  const file = await excelFile({ 欠费: [columns, row()], 档案: register.slice(0, 2) }, (workbook) =>
    workbook.getWorksheet('欠费')?.mergeCells('H2:I2'),
  )
  expect((await allOf(file)).arrears).toHaveLength(1)
})

it('a debt under another name than the register’s is kept, with a warning', async () => {
  const { arrears, warnings } = await read(row({ 业主姓名: '前业主' }))
  expect(arrears).toHaveLength(1)
  expect(warnings).toMatchObject([{ row: 2, value: '前业主', why: 'owner differs from the register' }])
  expect(warnings[0]?.reason).toContain('业主档案里是“张三”')
})

it('a month that may have lost its zero is kept, with a warning', async () => {
  const { arrears, warnings } = await read(row({ 欠费起: 2025.1 }))
  expect(arrears[0]?.period).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(whys(warnings)).toEqual(['欠费 2: month may be October'])
})

it('subtotals under each home are no debts', async () => {
  const { arrears, rejected } = await read(row(), row({ 收费项目: '小计' }), [
    '合计',
    null,
    null,
    null,
    null,
    1200,
  ])
  expect(arrears).toHaveLength(1)
  expect(whys(rejected)).toEqual(['档案 3: owner name is missing'])
})
