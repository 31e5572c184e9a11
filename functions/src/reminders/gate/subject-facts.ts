import type { ChargeId, DeliveryId, PaymentId } from '@anjiao/shared/ids'
import type { WhyNotPress } from '@anjiao/shared/vocabulary'
import { expectedInstalments } from '../../plans/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { beingPaid, mayWePress } from '../../standing/index.ts'
import type { AskedCharge, ToldSubject } from '../notices/told.ts'
import type { AtTheGate } from './at-the-gate.ts'
import { mayAskFor, type SubjectFacts } from './why-not-send.ts'

/** What a message is about as the books have it now: what decides, and what there would be to tell; null: nothing. */
export interface Subject {
  readonly facts: SubjectFacts
  readonly told: ToldSubject | null
}

type PaymentTold = Extract<ToldSubject, { about: 'payment' }>

/** What was looked up once for all messages at the gate. */
interface Books {
  readonly charges: ReadonlyMap<ChargeId, StandingCharge>
  readonly payments: ReadonlyMap<PaymentId, PaymentTold>
  /** Those that are still expected, by the messages about them. */
  readonly instalments: ReadonlyMap<DeliveryId, Subject>
}

/** Of a message at the gate, what it is about. */
type About = Pick<AtTheGate, 'deliveryId' | 'householdId' | 'kind' | 'chargeIds' | 'subject'>

/** Looks once at the books for all messages at the gate. Whatever is not of this community is about nothing. */
export async function subjectFacts(
  ctx: Ctx,
  waiting: readonly About[],
): Promise<ReadonlyMap<DeliveryId, Subject>> {
  const books: Books = {
    charges: await askedCharges(
      ctx,
      waiting.flatMap(({ chargeIds, subject }) =>
        subject.about === 'debit' ? subject.chargeIds : (chargeIds ?? []),
      ),
    ),
    payments: await paymentsTold(
      ctx,
      waiting.flatMap(({ subject }) => (subject.about === 'payment' ? [subject.paymentId] : [])),
    ),
    instalments: await instalmentsTold(ctx, waiting),
  }
  return new Map(waiting.map((each) => [each.deliveryId, subjectOf(each, books)]))
}

function subjectOf(
  { deliveryId, kind, chargeIds, subject }: About,
  { charges, payments, instalments }: Books,
): Subject {
  switch (subject.about) {
    case 'charges': {
      const { beforeDue } = subject
      const own = (chargeIds ?? []).flatMap((id) => charges.get(id) ?? [])
      return {
        facts: { about: 'charges', charges: own.map(({ why }) => why), beforeDue },
        told: {
          about: kind === 'bill' ? 'bill' : 'reminder',
          charges: own.filter(({ why }) => mayAskFor(why, beforeDue)),
        },
      }
    }
    case 'instalment':
      return (
        instalments.get(deliveryId) ?? {
          facts: { about: 'instalment', isSo: false, paying: false },
          told: null,
        }
      )
    case 'payment': {
      const told = payments.get(subject.paymentId) ?? null
      return { facts: { about: 'payment', isSo: told !== null }, told }
    }
    case 'answer':
      return { facts: { about: 'answer', isSo: true }, told: subject }
    case 'debit': {
      const whys = subject.chargeIds.map((id) => charges.get(id)?.why ?? null)
      const { chargeIds: _, ...told } = subject
      const isSo = whys.every((why) => why === null || stillDebited.has(why))
      return { facts: { about: 'debit', isSo, paying: whys.includes('paying') }, told }
    }
  }
}

/** What does not keep a bank from debiting: what is due by then, or the instalment of a plan. */
const stillDebited: ReadonlySet<WhyNotPress> = new Set(['not_due', 'plan', 'paying'])

interface StandingCharge extends AskedCharge {
  readonly why: WhyNotPress | null
}

async function askedCharges(
  ctx: Ctx,
  chargeIds: readonly ChargeId[],
): Promise<ReadonlyMap<ChargeId, StandingCharge>> {
  if (chargeIds.length === 0) return new Map()
  const stored = await ctx.tx.rows<AskedCharge>`
    select c.id, i.name as fee_item, i.kind <> 'service' as is_late_fee, c.from_date, c.to_date, c.due_date,
           c.amount_fen - c.settled_fen as open_fen
      from charge c join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     where c.community_id = ${ctx.community} and c.id = any(${chargeIds}::bigint[])`
  const whyOf = new Map((await mayWePress(ctx, chargeIds)).map(({ chargeId, why }) => [chargeId, why]))
  return new Map(
    stored.flatMap((charge) => {
      const why = whyOf.get(charge.id)
      return why === undefined ? [] : [[charge.id, { ...charge, why }]]
    }),
  )
}

async function instalmentsTold(
  ctx: Ctx,
  waiting: readonly About[],
): Promise<ReadonlyMap<DeliveryId, Subject>> {
  const asked = waiting.flatMap(({ deliveryId, householdId, subject }) =>
    subject.about === 'instalment' ? [{ deliveryId, householdId, ...subject }] : [],
  )
  const expected = await expectedInstalments(ctx, asked)
  const paying = await beingPaid(
    ctx,
    expected.flatMap((each) => each?.chargeIds ?? []),
  )
  const subjects = new Map<DeliveryId, Subject>()
  for (const [at, { deliveryId, planId, no, dueDate }] of asked.entries()) {
    const now = expected[at]
    if (!now) continue
    const { chargeIds, of, leftFen } = now
    subjects.set(deliveryId, {
      facts: { about: 'instalment', isSo: true, paying: chargeIds.some((id) => paying.has(id)) },
      told: { about: 'instalment', planId, no, of, dueDate, leftFen },
    })
  }
  return subjects
}

async function paymentsTold(
  { tx, community }: Ctx,
  paymentIds: readonly PaymentId[],
): Promise<ReadonlyMap<PaymentId, PaymentTold>> {
  if (paymentIds.length === 0) return new Map()
  const payments = await tx.rows<Omit<PaymentTold, 'about'>>`
    select p.id as payment_id, p.attempt_id, p.amount_fen, p.paid_at,
           array(select distinct i.name
                   from posting g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
                   join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
                  where (g.community_id, g.entry_id) = (p.community_id, p.entry_id) order by i.name) as items
      from payment p
     where p.community_id = ${community} and p.id = any(${paymentIds}::bigint[])
       and not exists (select from entry e where (e.community_id, e.reverses_id) = (p.community_id, p.entry_id))`
  return new Map(payments.map((payment) => [payment.paymentId, { about: 'payment', ...payment }]))
}
