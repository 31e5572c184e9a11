import type { Dispute } from '@anjiao/shared/contract/disputes'
import type { ChargeId, DisputeId, PhotoId } from '@anjiao/shared/ids'
import { postLateFees } from '../../billing/index.ts'
import { auditDisputes } from '../../disputes/index.ts'
import { disputesRoutes } from '../../disputes/routes.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { givenCommunity } from './given.ts'
import { givenPrices } from './given-prices.ts'

let made = 0

/** A home that has owed 1,000.00 元 twice since 31 January 2026, 0.05 元 a day each, its owner, and what they may do about it. */
export async function givenDisputes(world: World) {
  const given = await givenCommunity(world)
  await givenPrices(given).contract({ lateFee: { dailyPpm: 50 } })
  const { householdId } = await given.household()
  const disputed = await given.charge(householdId, { owes: '1000.00', due: '2026-01-31' })
  const other = await given.charge(householdId, { owes: '1000.00', due: '2026-01-31' })
  const owner = await given.person({ householdId })

  const asked = () => ({ world, idempotencyKey: `a-key-of-a-test-${++made}`, askedFrom: '' })
  const communityId = given.community
  const home = { communityId, householdId }

  return {
    ...given,
    householdId,
    home,
    disputed,
    other,
    owner,
    open: (
      chargeId: ChargeId = disputed,
      {
        caller = owner,
        text = '我家从六月起没有人打扫楼道',
        about = 'service',
        photoIds = [],
      }: Partial<{ caller: Caller; text: string; about: Dispute['about']; photoIds: PhotoId[] }> = {},
      at = home,
    ): Promise<Dispute> =>
      disputesRoutes['POST /v1/communities/:communityId/households/:householdId/charges/:chargeId/disputes']({
        ...asked(),
        caller,
        params: { ...at, chargeId },
        body: { about, text, photoIds },
      }),
    withdraw: (disputeId: DisputeId, caller = owner, at = home): Promise<Dispute> =>
      disputesRoutes[
        'POST /v1/communities/:communityId/households/:householdId/disputes/:disputeId/withdraw'
      ]({
        ...asked(),
        caller,
        params: { ...at, disputeId },
      }),
    explain: (
      disputeId: DisputeId,
      caller: Caller,
      answer = '已核对保洁记录，附上每周打扫的时间。',
      at = communityId,
    ): Promise<Dispute> =>
      disputesRoutes['POST /v1/staff/communities/:communityId/disputes/:disputeId/answer']({
        ...asked(),
        caller,
        params: { communityId: at, disputeId },
        body: { outcome: 'explained', answer },
      }),
    correct: (disputeId: DisputeId, caller: Caller, cancelCharge: boolean): Promise<Dispute> =>
      disputesRoutes['POST /v1/staff/communities/:communityId/disputes/:disputeId/answer']({
        ...asked(),
        caller,
        params: { communityId, disputeId },
        body: { outcome: 'corrected', answer: '您说得对，这一期面积算错了。', cancelCharge },
      }),
    list: (caller = owner, at = home): Promise<Dispute[]> =>
      disputesRoutes['GET /v1/communities/:communityId/households/:householdId/disputes']({
        ...asked(),
        caller,
        params: at,
      }),
    listAsStaff: (caller: Caller, state: Dispute['state'] = 'open') =>
      disputesRoutes['GET /v1/staff/communities/:communityId/disputes']({
        ...asked(),
        caller,
        params: { communityId },
        query: { state },
      }),
    /** Which charges are held in the name of disputes, and on which days. */
    held: () =>
      given.inside(
        ({ tx, community }) => tx.rows<{ chargeId: ChargeId; from: string; to: string | null }>`
          select charge_id, from_date as "from", to_date as "to" from charge_hold
           where (community_id, matter) = (${community}, 'dispute') order by charge_id, id`,
      ),
    /** What is posted as late fee up to today, by charge. */
    lateFees: async () => {
      await given.inside((ctx) => postLateFees(ctx, [householdId], ctx.today))
      const fees = await given.inside(
        ({ tx, community }) => tx.rows<{ chargeId: ChargeId; fen: number }>`
          select principal_id as charge_id, sum(amount_fen)::bigint as fen from charge
           where community_id = ${community} and principal_id is not null and cancelled_by is null
           group by principal_id`,
      )
      const of = (charge: ChargeId) => fees.find(({ chargeId }) => chargeId === charge)?.fen ?? 0
      return { disputed: of(disputed), other: of(other) }
    },
    events: () =>
      given.inside(
        ({ tx, community }) => tx.rows<{ kind: string; payload: object }>`
          select kind, payload from domain_event where community_id = ${community} order by id`,
      ),
    auditDisputes: () => given.inside(auditDisputes),
  }
}

export type GivenDisputes = Awaited<ReturnType<typeof givenDisputes>>
