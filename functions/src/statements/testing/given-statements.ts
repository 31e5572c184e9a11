import { businessDateAt } from '@anjiao/shared/calendar'
import type { BankLayout, LineBooking } from '@anjiao/shared/contract/bank-statements'
import type { BankLineId, MoneyPlaceId } from '@anjiao/shared/ids'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { givenSuspense } from '../../suspense/testing/given-suspense.ts'
import { auditStatements } from '../index.ts'
import { bankStatementsRoutes } from '../routes.ts'

/** How a bank writes that keeps income, outgo and balance apart. */
export const aLayout: BankLayout = {
  encoding: 'utf8',
  separator: ',',
  columns: [
    { title: '交易日期', content: 'day' },
    { title: '流水号', content: 'serial' },
    { title: '收入', content: 'credit' },
    { title: '支出', content: 'debit' },
    { title: '余额', content: 'balance' },
    { title: '对方户名', content: 'name' },
    { title: '摘要', content: 'remark' },
  ],
  creditMark: '',
  totalMark: '',
}

/** A line of a bank's file: day, serial number, income, outgo, balance, name, remark. */
export const aFile = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    ['账户明细', '交易日期,流水号,收入,支出,余额,对方户名,摘要', ...lines, ''].join('\r\n'),
  )

/** A community with an account whose statements are taken in. */
export async function givenStatements(world: World) {
  const given = await givenSuspense(world)
  const { communityId, finance, bank, asked, inside } = given
  const at = (placeId: MoneyPlaceId, caller: Caller) => ({
    ...asked(),
    caller,
    params: { communityId, placeId },
  })
  const onLine = (lineId: BankLineId, caller: Caller) => ({
    ...asked(),
    caller,
    params: { communityId, lineId },
  })
  const today = businessDateAt(world.clock.now())
  const days = { from: today, to: today }

  const setLayout = (layout = aLayout, placeId = bank, caller = finance) =>
    bankStatementsRoutes['PUT /v1/staff/communities/:communityId/money-places/:placeId/bank-layout']({
      ...at(placeId, caller),
      body: layout,
    })
  await setLayout()

  return {
    ...given,
    setLayout,
    preview: (bytes: Uint8Array, { query = days, placeId = bank, caller = finance } = {}) =>
      bankStatementsRoutes[
        'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/preview'
      ]({ ...at(placeId, caller), query, body: bytes }),
    import: (bytes: Uint8Array, { query = days, placeId = bank, caller = finance } = {}) =>
      bankStatementsRoutes['POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement']({
        ...at(placeId, caller),
        query,
        body: bytes,
      }),
    matchAgain: (placeId = bank) =>
      bankStatementsRoutes[
        'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/match'
      ](at(placeId, finance)),
    statement: (show: 'open' | 'all' = 'all', placeId = bank, caller = finance) =>
      bankStatementsRoutes['GET /v1/staff/communities/:communityId/money-places/:placeId/bank-statement']({
        ...at(placeId, caller),
        query: { show },
      }),
    places: (caller = finance) =>
      bankStatementsRoutes['GET /v1/staff/communities/:communityId/bank-statements']({
        ...asked(),
        caller,
        params: { communityId },
      }),
    match: (lineId: BankLineId, movement: string, caller = finance) =>
      bankStatementsRoutes['POST /v1/staff/communities/:communityId/bank-lines/:lineId/match']({
        ...onLine(lineId, caller),
        body: { movement },
      }),
    hold: (lineId: BankLineId, caller = finance) =>
      bankStatementsRoutes['POST /v1/staff/communities/:communityId/bank-lines/:lineId/hold'](
        onLine(lineId, caller),
      ),
    book: (lineId: BankLineId, body: LineBooking, caller = finance) =>
      bankStatementsRoutes['POST /v1/staff/communities/:communityId/bank-lines/:lineId/book']({
        ...onLine(lineId, caller),
        body,
      }),
    reopen: (lineId: BankLineId, caller = finance) =>
      bankStatementsRoutes['POST /v1/staff/communities/:communityId/bank-lines/:lineId/reopen'](
        onLine(lineId, caller),
      ),
    lineOf: async (wanted: string, placeId = bank): Promise<BankLineId> => {
      const { lines } = await bankStatementsRoutes[
        'GET /v1/staff/communities/:communityId/money-places/:placeId/bank-statement'
      ]({ ...at(placeId, finance), query: { show: 'all' } })
      const line = lines.find(({ serial }) => serial === wanted)
      if (!line) throw new Error(`no line ${wanted}`)
      return line.id
    },
    explain: (lineId: BankLineId, reason: string, caller = finance) =>
      bankStatementsRoutes['POST /v1/staff/communities/:communityId/bank-lines/:lineId/explain']({
        ...onLine(lineId, caller),
        body: { reason },
      }),
    explainMovement: (movement: string, reason: string, placeId = bank) =>
      bankStatementsRoutes[
        'POST /v1/staff/communities/:communityId/money-places/:placeId/movements/:movement/explain'
      ]({ ...asked(), caller: finance, params: { communityId, placeId, movement }, body: { reason } }),
    audited: async () => [...(await given.audited()), ...(await inside(auditStatements))],
  }
}
