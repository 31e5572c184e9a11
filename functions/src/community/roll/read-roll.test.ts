import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRoll } from './read-roll.ts'
import { summariseRoll } from './summarise-roll.ts'
import { allOf, whys } from './testing/all-of.ts'
import { excelFile } from './testing/excel-file.ts'

const testData = join(import.meta.dirname, '../../../test-data')
const sunshine = join(testData, 'sunshine-garden.xlsx')

describe('the roll of 阳光花园', () => {
  const expected: unknown = JSON.parse(readFileSync(join(testData, 'sunshine-garden.expected.json'), 'utf8'))

  it('comes to exactly the figures and rejected rows that are known', async () => {
    const { warnings, rejected, ...figures } = await summariseRoll(readRoll(sunshine))
    const places = rejected.map(({ sheet, row, why }) => ({ sheet, row, why }))
    expect({ ...figures, rejected: places }).toEqual(expected)
    expect(whys(warnings)).toEqual(['业主档案 704: phone is not a mobile number'])
  })

  it('reads the same as a path, as an upload and from memory', async () => {
    const [path, upload, memory] = [sunshine, createReadStream(sunshine), readFileSync(sunshine)].map(
      (source) => summariseRoll(readRoll(source)),
    )
    const byPath = await path
    expect(await upload).toEqual(byPath)
    expect(await memory).toEqual(byPath)
  })

  it('names for each rejected row the column, the value and what to put right', async () => {
    const { rejected } = await summariseRoll(readRoll(sunshine))
    expect(rejected.find(({ row }) => row === 101)).toEqual({
      sheet: '业主档案',
      row: 101,
      column: '建筑面积(㎡)',
      value: '待测绘',
      why: 'area is not a number',
      reason: '“建筑面积(㎡)”填的是“待测绘”，不是数字。请填写如 98.60 的面积。',
    })
    expect(rejected.find(({ row }) => row === 57)?.reason).toBe(
      '“欠费金额(元)”是“2094.22”，与应收 2,093.22 减已收 0.00（等于 2,093.22）不符。请核对。',
    )
    expect(rejected.find(({ row }) => row === 484)?.reason).toContain('5栋3单元203 在“业主档案”第 483 行')
  })

  it('tells the head first, then the register, then the arrears', async () => {
    const kinds: string[] = []
    for await (const { kind } of readRoll(sunshine)) {
      if (kind !== 'rejected' && kind !== 'warning' && kinds.at(-1) !== kind) kinds.push(kind)
    }
    expect(kinds).toEqual(['head', 'register', 'arrears'])
  })
})

/** Another company's way: arrears before the register, joined rooms, periods in one column, totals in between. */
const emerald = () =>
  excelFile(
    {
      封面: [['翠湖名苑物业管理处'], ['2026年10月']],
      '2026欠缴': [
        ['翠湖名苑2026年度欠缴物业费统计表'],
        [],
        ['房屋', '费项', '账期', '欠缴\n（元）', '应缴（元）', '业主', '说明'],
        ['8幢2单元1203室', '物业费', '2025.01-2026.09', 2593.08, 3457.44, '欧阳明月', '已缴三个月'],
        ['8幢2单元小计', null, null, 2593.08, 3457.44],
        ['房屋', '费项', '账期', '欠缴\n（元）', '应缴（元）', '业主', '说明'],
        ['A座1201', '车位费', '2026年1月至2026年9月', '￥１，８００．００', '1800元', null, null],
        ['A座1201', '物业费', '2026-01-01~2026-09-30', 1938.4200000000001, 1938.42, '李四', null],
        ['9-9-999', '物业费', '2026年1-9月', 1, 1, '无名', null],
        [],
        ['总 计', null, null, 6331.5, 7195.86],
        ['制表人：张三　　审核：李四'],
      ],
      房屋信息: [
        ['项目名称：', '翠湖名苑'],
        [null, '收楼时间', '联系方式', '客户名称', '计费面积\n㎡', '房间编号', '单价（元/㎡/月）', '业态'],
        [null, '2019.06', 13800138000, '欧阳明月', '98.60㎡', '8-2-1203', '2.20元', '高层'],
        [null, '2018年7月', '+86 139 0013 9000、0755-2600123', '王五', 120, 'A座 1201', 2.8, null],
        [null, null, null, null, 218.6, null, null, '合计：2户'],
        [null, 43252, '无', '赵六', '88', '12栋0305号', 1.88, '商铺'],
        [null, null, null, '本页小计', 306.6],
      ],
    },
    (workbook) => workbook.getWorksheet('2026欠缴')?.mergeCells('A1:G1'),
  )

describe('the roll of another company', () => {
  it('is understood although names, order and the way rooms are written all differ', async () => {
    const roll = await allOf(await emerald())
    expect(roll.head).toMatchObject({
      community: '翠湖名苑',
      sheets: [
        { sheet: '2026欠缴', roles: ['arrears'], headerRow: 3 },
        { sheet: '房屋信息', roles: ['register'], headerRow: 2 },
      ],
      ignored: [{ sheet: '封面', because: '没有找到表头' }],
    })
    expect(
      roll.register.map(
        ({ room, ownerName, phones, areaHundredths, rateTenThousandths, handoverDate, usage }) => [
          room.key,
          ownerName,
          phones.join(),
          areaHundredths,
          rateTenThousandths,
          handoverDate,
          usage,
        ],
      ),
    ).toEqual([
      ['8/2/1203', '欧阳明月', '13800138000', 9860, 22000, '2019-06-01', '高层'],
      ['A//1201', '王五', '13900139000', 12000, 28000, '2018-07-01', undefined],
      ['12//305', '赵六', '', 8800, 18800, '2018-06-01', '商铺'],
    ])
    expect(
      roll.arrears.map(({ room, feeItem, period, chargedFen, paidFen, owedFen }) => [
        room.key,
        feeItem,
        `${period.from}..${period.to}`,
        chargedFen,
        paidFen,
        owedFen,
      ]),
    ).toEqual([
      ['8/2/1203', '物业费', '2025-01-01..2026-09-30', 345744, 86436, 259308],
      ['A//1201', '车位费', '2026-01-01..2026-09-30', 180000, 0, 180000],
      ['A//1201', '物业费', '2026-01-01..2026-09-30', 193842, 0, 193842],
    ])
    expect(whys(roll.rejected)).toEqual(['2026欠缴 9: no such room in the register'])
    expect(whys(roll.warnings)).toEqual([
      '房屋信息 4: phone is not a mobile number',
      '2026欠缴 8: owner differs from the register',
    ])
  })

  it('lists the columns that were not read', async () => {
    const file = await excelFile({
      档案: [
        ['房号', '业主', '面积', '车牌号', '宠物'],
        ['1-1-101', '甲', 90, '粤A', '猫'],
      ],
    })
    expect((await allOf(file)).head?.sheets[0]?.unused).toEqual(['车牌号', '宠物'])
  })
})

describe('one sheet with owners and arrears side by side', () => {
  const columns = ['楼栋', '房号', '业主', '面积', '单价', '收费项目', '账期', '应收', '已收', '欠费']
  const both = () =>
    excelFile({
      总表: [
        columns,
        ['3栋', 101, '甲', 90, 2, '物业费', '2026年', 2160, 160, 2000],
        ['3栋', 101, '甲', 90, 2, '车位费', '2026年', 1200, null, 1200],
        ['3栋', 102, '乙', 80, 2, null, null, null, null, null],
        ['3栋', 103, '丙', 80, 2, '物业费', '2026年', 0, 0, 0],
        ['3栋', 101, '丁', 90, 2, '物业费', '2025年', 2160, 0, 2160],
        ['3栋', 104, '戊', '未知', 2, '物业费', '2025年', 2160, 0, 2160],
      ],
    })

  it('gives each home once, and a charge for each row that owes', async () => {
    const roll = await allOf(await both())
    expect(roll.register.map(({ room }) => room.key)).toEqual(['3//101', '3//102', '3//103'])
    expect(roll.arrears.map(({ feeItem, owedFen }) => [feeItem, owedFen])).toEqual([
      ['物业费', 200000],
      ['车位费', 120000],
    ])
    expect(whys(roll.rejected)).toEqual(['总表 6: duplicate room', '总表 7: area is not a number'])
  })

  it('is arrears alone where the workbook has a register of its own', async () => {
    const file = await excelFile({
      欠费: [columns, ['3栋', 101, '甲', 91, 2, '物业费', '2026年', 2160, 160, 2000]],
      欠费汇总: [
        ['房号', '业主', '面积', '欠费'],
        ['3-101', '甲', 91, 2000],
      ],
      档案: [
        ['楼栋', '房号', '业主', '面积'],
        ['3栋', 101, '甲', 90],
      ],
    })
    const roll = await allOf(file)
    expect(roll.head?.sheets.map(({ sheet, roles }) => [sheet, ...roles])).toEqual([
      ['欠费', 'arrears'],
      ['档案', 'register'],
    ])
    expect(roll.head?.ignored).toEqual([
      { sheet: '欠费汇总', because: '作为欠费明细缺少：收费项目、欠费期间' },
    ])
    expect(roll.register.map(({ areaHundredths }) => areaHundredths)).toEqual([9000])
    expect(roll.arrears).toHaveLength(1)
    expect(roll.rejected).toEqual([])
  })
})

it('reads a sheet per building, whose name alone says which', async () => {
  const columns = ['单元', '房号', '业主', '面积']
  const file = await excelFile({ '1栋': [columns, [1, 101, '甲', 90]], '2栋': [columns, [1, 101, '乙', 90]] })
  expect((await allOf(file)).register.map(({ room }) => room.key)).toEqual(['1/1/101', '2/1/101'])
})

it('accepts arrears of homes registered before, in a file without a register', async () => {
  const file = await excelFile({
    欠费: [
      ['房号', '收费项目', '账期', '欠费'],
      ['3-1-101', '物业费', '2026年', 10],
      ['3-1-102', '物业费', '2026年', 10],
    ],
  })
  const roll = await allOf(file, { isKnownHome: (key) => key === '3/1/101' })
  expect(roll.arrears.map(({ room }) => room.key)).toEqual(['3/1/101'])
  expect(whys(roll.rejected)).toEqual(['欠费 3: no such room in the register'])
})

it('counts a household as in arrears only while it owes something', async () => {
  const file = await excelFile({
    档案: [
      ['房号', '业主', '面积'],
      ['3-1-101', '甲', 90],
      ['3-1-102', '乙', 90],
    ],
    欠费: [
      ['房号', '收费项目', '账期', '应收', '欠费'],
      ['3-1-101', '物业费', '2025年', 10, 10],
      ['3-1-101', '物业费', '2026年', 10, 5],
      ['3-1-102', '物业费', '2026年', 10, 0],
    ],
  })
  expect(await summariseRoll(readRoll(file))).toMatchObject({
    households: 2,
    householdsInArrears: 1,
    charges: 3,
    arrearsFen: 1500,
    byFeeItemFen: { 物业费: 1500 },
  })
})

it('leaves hidden sheets alone, and says so', async () => {
  const table = [
    ['房号', '业主', '面积'],
    ['3-1-101', '甲', 90],
  ]
  const file = await excelFile({ 新: table, 旧: table }, (workbook) => {
    const old = workbook.getWorksheet('旧')
    if (old) old.state = 'hidden'
  })
  const roll = await allOf(file)
  expect(roll.register).toHaveLength(1)
  expect(roll.head?.ignored).toEqual([{ sheet: '旧', because: '已隐藏' }])
})

it('warns when the sheets are titled after different communities', async () => {
  const file = await excelFile({
    档案: [['阳光花园业主档案'], ['房号', '业主', '面积'], ['3-1-101', '甲', 90]],
    欠费: [['月光花园欠费明细'], ['房号', '收费项目', '账期', '欠费'], ['3-1-101', '物业费', '2026年', 10]],
  })
  expect(whys((await allOf(file)).warnings)).toEqual(['欠费 1: another community in the title'])
})
