import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import type { ReliefState } from '@anjiao/shared/relief-life'
import { expect, it } from 'vitest'
import { reliefHolds } from './relief-holds.ts'

type Told = readonly [ReliefState, string]

const held = (lived: readonly Told[], until: string | null = null) =>
  reliefHolds(
    lived.map(([to, on]) => ({ to, on: businessDate(on) })),
    until as BusinessDate | null,
    [7 as ChargeId],
  ).map(({ granted, from, to }) => `${granted ? '给了时间' : '等答复'} ${from} ${to ?? '…'}`)

it.each<[string, readonly Told[], string[]]>([
  ['while it waits', [['applied', '2026-03-01']], ['等答复 2026-03-01 …']],
  [
    'through what is missing and the first of two',
    [
      ['applied', '2026-03-01'],
      ['returned', '2026-03-02'],
      ['applied', '2026-03-05'],
      ['agreed_once', '2026-03-06'],
    ],
    ['等答复 2026-03-01 …'],
  ],
  [
    'up to the day of the answer',
    [
      ['applied', '2026-03-01'],
      ['refused', '2026-03-06'],
    ],
    ['等答复 2026-03-01 2026-03-06'],
  ],
  [
    'not between a refusal and its appeal',
    [
      ['applied', '2026-03-01'],
      ['refused', '2026-03-06'],
      ['appealed', '2026-03-12'],
      ['refused_finally', '2026-03-20'],
    ],
    ['等答复 2026-03-01 2026-03-06', '等答复 2026-03-12 2026-03-20'],
  ],
  [
    'for the day alone when it is taken back on it',
    [
      ['applied', '2026-03-01'],
      ['withdrawn', '2026-03-01'],
    ],
    ['等答复 2026-03-01 2026-03-01'],
  ],
])('holds %s', (_, lived, expected) => {
  expect(held(lived)).toEqual(expected)
})

it.each<[string, readonly Told[], string[]]>([
  [
    'up to its day',
    [
      ['applied', '2026-03-01'],
      ['granted', '2026-03-06'],
    ],
    ['等答复 2026-03-01 2026-03-05', '给了时间 2026-03-06 2026-06-04'],
  ],
  [
    'also after it has run out: those days were given',
    [
      ['applied', '2026-03-01'],
      ['granted', '2026-03-06'],
      ['lapsed', '2026-06-05'],
    ],
    ['等答复 2026-03-01 2026-03-05', '给了时间 2026-03-06 2026-06-04'],
  ],
  [
    'up to the day on which it is taken back',
    [
      ['applied', '2026-03-01'],
      ['granted', '2026-03-06'],
      ['reversed', '2026-04-01'],
    ],
    ['等答复 2026-03-01 2026-03-05', '给了时间 2026-03-06 2026-04-01'],
  ],
  [
    'for the day alone when it is taken back on it',
    [
      ['applied', '2026-03-06'],
      ['granted', '2026-03-06'],
      ['reversed', '2026-03-06'],
    ],
    ['给了时间 2026-03-06 2026-03-06'],
  ],
])('time that was granted holds %s', (_, lived, expected) => {
  expect(held(lived, '2026-06-04')).toEqual(expected)
})
