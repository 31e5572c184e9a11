import type { ChargeId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { aCharge, aParkingCharge } from '../../pages/testing/owner-server'
import { chargesToPay, openCharges, shownYears } from './bounded-years'

const year = (of: number, open: number, paid: number) => ({
  year: of,
  amountFen: fen((open + paid) * 100),
  openFen: fen(open * 100),
  charges: Array.from({ length: open + paid }, (_, at) =>
    aCharge({ id: (of * 100 + at) as ChargeId, openFen: fen(at < open ? 100 : 0) }),
  ),
})
const counts = ({ years }: ReturnType<typeof shownYears>) =>
  years.map(({ year, charges }) => [year, charges.length])

test('what is still to be paid is shown without the years that are settled', () => {
  const shown = shownYears([year(2026, 2, 1), year(2025, 0, 12), year(2024, 1, 0)], 'open', 30)

  expect(counts(shown)).toEqual([
    [2026, 2],
    [2024, 1],
  ])
  expect(shown.hidden).toBe(0)
})

test('no more charges are shown than the limit, newest year first, and the rest is counted', () => {
  const shown = shownYears([year(2026, 0, 20), year(2025, 0, 20), year(2024, 0, 20)], 'all', 30)

  expect(counts(shown)).toEqual([
    [2026, 20],
    [2025, 10],
  ])
  expect(shown.hidden).toBe(30)
})

test('a year that is cut keeps the figures of the whole year', () => {
  const shown = shownYears([year(2026, 5, 5)], 'all', 3)

  expect(shown.years[0]).toMatchObject({ amountFen: 1000, openFen: 500 })
})

test('what is open comes oldest due first, and by its number on the same day', () => {
  const same = aCharge({ id: 9 as ChargeId })
  const years = [{ ...year(2026, 0, 1), charges: [aParkingCharge(), same, aCharge()] }]

  expect(openCharges(years).map(({ id }) => id)).toEqual([1, 9, 2])
})

test('what goes when its plan is kept is open, and is not to be paid', () => {
  const lateFee = aCharge({ hold: { matter: 'plan', granted: true, until: null, waives: true } })
  const years = [{ ...year(2026, 0, 0), charges: [lateFee] }]

  expect(openCharges(years)).toEqual([lateFee])
  expect(chargesToPay(years)).toEqual([])
})
