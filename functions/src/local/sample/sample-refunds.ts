import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { fen, minFen, zeroFen } from '@anjiao/shared/money'
import { bindPhone } from '../../identity/binding/bind-phone.ts'
import { authenticate } from '../../identity/index.ts'
import { signIn } from '../../identity/session/sign-in.ts'
import { startPayment } from '../../payments/index.ts'
import { queryPayment } from '../../payments/query-payment.ts'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import type { StaffRole } from '../../platform/database-types.ts'
import { askRefund } from '../../refunds/ask-refund.ts'
import { decideRefund } from '../../refunds/decide-refund.ts'
import { sendRefund } from '../../refunds/index.ts'
import { refundablePayments } from '../../refunds/refundable-payments.ts'
import type { Emulator } from '../emulator/index.ts'
import { type DemoPerson, demoStaff } from './demo-people.ts'

interface Home {
  readonly householdId: HouseholdId
  readonly name: string
  readonly phone: string
  readonly room: string
}

const system = { kind: 'system', task: 'sample' } as const
const [goesBackFen, waitsFen] = [fen(6_000), fen(4_000)]

/**
 * An owner who has paid on the phone: a part is on its way back, and of another part the front desk has asked and nobody has
 * decided. All of it is done the way people do it. Undefined where no home is left that owes a usual sum.
 */
export async function sampleRefunds(
  world: World,
  { control }: Emulator,
  community: CommunityId,
  others: readonly DemoPerson[],
): Promise<DemoPerson | undefined> {
  const inside = <T>(work: (ctx: Ctx) => Promise<T>) => inCommunity(world, community, system, work)
  const home = await inside((ctx) => aHome(ctx, others))
  if (!home) return undefined
  const { householdId, name, phone, room } = home
  const person = { name, phone, note: `${room}，刚缴过费，有退款` }
  control.addPerson(person)
  await paysAll(world, control, { community, householdId, phone })

  const [payment] = await inside((ctx) => refundablePayments(ctx, householdId))
  if (!payment) return person
  const desk = await atWork(world, control, 'front_desk')
  const finance = await atWork(world, control, 'finance')
  const first = await inCommunity(world, community, desk, (ctx) =>
    askRefund(ctx, desk.personId, wanted(payment, goesBackFen, '缴错了房屋'), 'sample:goes-back'),
  )
  await inCommunity(world, community, finance, (ctx) =>
    decideRefund(ctx, first, finance.personId, { kind: 'approve' }),
  )
  await sendRefund(world, community, first)
  await inCommunity(world, community, desk, (ctx) =>
    askRefund(ctx, desk.personId, wanted(payment, waitsFen, '多缴了'), 'sample:waits'),
  )
  return person
}

/** One that owes a few hundred to a few thousand yuan, and whose owner nobody else signs in as. */
function aHome({ tx, community }: Ctx, others: readonly DemoPerson[]): Promise<Home | undefined> {
  return tx.maybe<Home>`
    select h.id as household_id, h.owner_name as name, h.owner_phones[1] as phone, n.room_name as room
      from household h
      join home_name n on (n.community_id, n.household_id) = (h.community_id, h.id)
      join charge c on (c.community_id, c.household_id) = (h.community_id, h.id)
     where h.community_id = ${community} and h.owner_phones[1] ~ '^1[0-9]{10}$'
       and h.owner_phones[1] <> all(${others.map(({ phone }) => phone)}::text[])
     group by h.community_id, h.id, n.room_name
    having sum(c.amount_fen - c.settled_fen) between 30000 and 500000
     order by h.id limit 1`
}

interface Payer {
  readonly community: CommunityId
  readonly householdId: HouseholdId
  readonly phone: string
}

/** Signs in and binds the phone, in the emulated WeChat. */
export async function signedIn(world: World, control: Emulator['control'], phone: string) {
  const { code, openid } = control.tap({ kind: 'login', phone })
  const { accessToken } = await signIn(world, code)
  const caller = await authenticate(world)(`Bearer ${accessToken}`)
  await bindPhone(world, caller, control.tap({ kind: 'getPhoneNumber', openid }).code)
  return { caller, openid }
}

/** Pays all that is due, in the emulated WeChat. */
async function paysAll(
  world: World,
  control: Emulator['control'],
  { community, householdId, phone }: Payer,
): Promise<void> {
  const { caller, openid } = await signedIn(world, control, phone)
  const { attempt, payParams, appId } = await startPayment(world, caller, {
    communityId: community,
    householdId,
    choice: { kind: 'all-due' },
    intentKey: 'sample-refunds',
  })
  control.pay({
    prepay_id: payParams.package.replace('prepay_id=', ''),
    openid,
    outcome: 'ok',
    payParams: { appId, ...payParams },
  })
  await queryPayment(world, community, attempt.id)
}

/** A colleague who has signed in: what is done before that would be known by nobody's name. */
async function atWork(world: World, control: Emulator['control'], role: StaffRole) {
  const colleague = demoStaff.find(({ roles }) => roles.some((each) => each === role))
  if (!colleague) throw new Error(`nobody of the sample community is ${role}`)
  const { caller } = await signedIn(world, control, colleague.phone)
  return { kind: 'staff', personId: caller.personId, roles: [...colleague.roles] } as const
}

/** So much of the bill that the payment settled most of, or all of that. */
function wanted({ paymentId, charges }: RefundablePayment, upToFen: typeof goesBackFen, reason: string) {
  const [most] = charges.toSorted((a, b) => b.settledFen - a.settledFen)
  const parts = most ? [{ chargeId: most.chargeId, amountFen: minFen(upToFen, most.settledFen) }] : []
  return { paymentId, route: 'wechat', parts, fromAdvanceFen: zeroFen, reason } as const
}
