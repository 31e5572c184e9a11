import { businessDate } from '@anjiao/shared/calendar'
import { expect, it } from 'vitest'
import { bankLines } from '../finance/bank-lines.ts'
import { testWorld } from '../local/testing/world.ts'
import { aFile, givenStatements } from './testing/given-statements.ts'

const { world, clock } = await testWorld()

it('lines of a period as Excel: what came in and went out as numbers, what became of each, and by whom', async () => {
  clock.set('2026-11-23T10:00:00+08:00')
  const given = await givenStatements(world)
  await given.import(
    aFile('2026-11-23,0007,66.00,,,赵六,=1+1', '2026-11-23,0008,,5.00,,,手续费', '2026-11-23,0009,7.00,,,,'),
  )
  await given.explain(await given.lineOf('0008'), '银行当天冲正')
  await given.hold(await given.lineOf('0009'))
  const period = { from: businessDate('2026-11-23'), to: businessDate('2026-11-23') }
  const { columns, rows } = await given.inside((ctx) => bankLines(ctx, period, 100))
  expect(columns).toHaveLength(10)
  expect(rows.map((row) => row.slice(2))).toEqual([
    ['0007', 66, '赵六', '=1+1', '待处理', '', '', ''],
    ['0008', -5, '', '手续费', '已说明', '银行当天冲正', '2026-11-23 10:00', '员工'],
    ['0009', 7, '', '', '已转待查款', '', '2026-11-23 10:00', '员工'],
  ])
})
