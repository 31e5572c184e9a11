import { addDays, type BusinessDate, businessDate, businessDateAt, startOfDay } from '@anjiao/shared/calendar'
import type { CampaignId, ChargeId, DeliveryId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { whyNotSend as ends } from '@anjiao/shared/notice-life'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepHolds } from '../../billing/index.ts'
import { cancelWithLateFees } from '../../ledger/index.ts'
import { testMchid } from '../../local/testing/given.ts'
import { givenReminders, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testAppid, testWorld } from '../../local/testing/world.ts'
import { claim } from '../delivery/claim.ts'
import { setRule } from '../rules/rule-settings.ts'
import { askTheGate } from './ask-the-gate.ts'
import { homeFacts } from './home-facts.ts'
import { subjectFacts } from './subject-facts.ts'
import {
  anyContracts,
  anyHome,
  factsOf,
  type ModelContract,
  type ModelHome,
  sources,
} from './testing/home-model.ts'
import { type SendFacts, whyNotSend } from './why-not-send.ts'

const { world: plain, clock } = await testWorld()
const { world } = worldWithMessages(plain)

type Given = Awaited<ReturnType<typeof givenReminders>>
type Campaigns = ReadonlyMap<string, CampaignId>

let made = 0

async function aCommunity(contracts: readonly ModelContract[]) {
  const given = await givenReminders(world)
  const campaigns: Campaigns = new Map([
    ['running', await given.campaign({ state: 'running' })],
    ['done', await given.campaign({ state: 'done' })],
    ['paused', await given.campaign({ state: 'paused' })],
    ['stopped', await given.campaign({ state: 'stopped' })],
  ])
  await given.inside(async (ctx) => {
    for (const rule of ['overdue_7', 'due_in_7', 'bill_published'] as const)
      await setRule(ctx, { rule, on: true })
    for (const [at, { from, lasts }] of contracts.entries()) {
      const begins = addDays(ctx.today, from)
      await ctx.tx.run`
        insert into service_contract (community_id, name, from_date, ended_on)
        values (${ctx.community}, ${`合同 ${at}`}, ${begins}, ${lasts === null ? null : addDays(begins, lasts)})`
    }
  })
  return { given, campaigns }
}

/** Writes a home into the books as it is in the model, and a message to it whose turn has come. */
async function write(given: Given, campaigns: Campaigns, home: ModelHome) {
  const { householdId } = await given.household()
  const somebody =
    home.reader === 'nobody'
      ? await given.person()
      : await given.person({ householdId, relation: home.reader })
  for (let tap = 0; tap < home.credits; tap++)
    await given.answers(somebody.openid, { templateId: given.templateId, in: tap * 20 - 600 })
  const chargeIds = await writeCharges(given, householdId, home)
  await writeAttempt(given, householdId, home, chargeIds, somebody)
  await writeKnown(given, householdId, home)
  for (const message of home.earlier) await writeEarlier(given, householdId, message)
  const deliveryId = await writeMessage(given, campaigns, householdId, home, chargeIds, somebody.personId)
  return { home, householdId, deliveryId }
}

async function writeCharges(given: Given, householdId: HouseholdId, { charges }: ModelHome) {
  const ids: ChargeId[] = []
  for (const { due, paid, cancelled, hold } of charges) {
    const on = addDays(businessDateAt(clock.now()), due)
    const chargeId = await given.charge(householdId, { owes: '100.00', due: on })
    if (paid) await given.settle(chargeId, paid)
    await given.inside(async (ctx) => {
      if (cancelled) await cancelWithLateFees(ctx, chargeId, { memo: '作废' })
      if (!hold) return
      const { matter, granted, from, to } = hold
      await keepHolds(ctx, { matter, subjectId: ++made, householdId }, [
        {
          chargeId,
          granted,
          from: addDays(ctx.today, from),
          to: to === null ? null : addDays(ctx.today, to),
        },
      ])
    })
    ids.push(chargeId)
  }
  return ids
}

async function writeAttempt(
  given: Given,
  householdId: HouseholdId,
  { attempt }: ModelHome,
  chargeIds: readonly ChargeId[],
  payer: { readonly personId: PersonId; readonly openid: string },
) {
  if (!attempt) return
  const { state, endsInMinutes, picks } = attempt
  const key = `attempt-${++made}`
  const isOpen = state === 'created' || state === 'prepaid'
  const picked = chargeIds.filter((_, at) => picks.includes(at))
  await given.inside(
    ({ tx, community, now }) => tx.run`
      with attempt as (
        insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen,
          description, state, prepay_id, intent_key, created_at, expires_at, next_query_at, paid_at, closed_at)
        values (${community}, ${key}, ${householdId}, ${payer.personId}, ${testMchid}, ${testAppid}, ${payer.openid}, 100,
          '物业缴费', ${state}::attempt_state, 'wx1', ${key}, ${now}, ${now}::timestamptz + make_interval(mins => ${endsInMinutes}),
          ${isOpen ? now : null}, ${state === 'paid' ? now : null}, ${state === 'closed' ? now : null})
        returning id)
      insert into payment_attempt_charge select ${community}, attempt.id, charge_id from attempt, unnest(${picked}::bigint[]) as charge_id`,
  )
}

/** When its owner leaves, its wishes, and what staff noted. */
const writeKnown = (given: Given, householdId: HouseholdId, { leftOn, stop, hours }: ModelHome) =>
  given.inside(async ({ tx, community, today, now }) => {
    if (leftOn !== null) {
      await tx.run`
        update household set to_date = ${addDays(today, leftOn)} where (community_id, id) = (${community}, ${householdId})`
    }
    if (stop === null && hours === null) return
    await tx.run`
      insert into contact_wish (community_id, household_id, stop, from_hour, to_hour, changed_at, changed_by)
      values (${community}, ${householdId}, ${stop}, ${hours?.from ?? 9}, ${hours?.to ?? 20}, ${now}, 'system:test')`
  })

/** By letter, which takes its time. */
const writeEarlier = (
  given: Given,
  householdId: HouseholdId,
  { kind, state, gated, onItsWay }: ModelHome['earlier'][number],
) =>
  given.inside(({ tx, community, today }) => {
    const gatedAt = earlyOn(addDays(today, gated))
    const isOut = state === 'sent' || state === 'delivered' || state === 'unknown'
    return tx.run`
      with noticed as (
        insert into notice (community_id, household_id, kind, key, rule, subject, channels, made_at, not_after, words, told_at)
        values (${community}, ${householdId}, ${kind}, ${`earlier:${++made}`}, 'answers', '{}', '{letter}', ${gatedAt}, ${gatedAt},
                '{}', ${gatedAt})
        returning id)
      insert into delivery (community_id, notice_id, household_id, channel, state, send_after, gated_at, why, leased_until, sent_at)
      select ${community}, id, ${householdId}, 'letter', ${state}, ${gatedAt}, ${gatedAt},
             ${state === 'left_out' || state === 'unreachable' ? 'nobody' : null}, ${state === 'sending' ? 'infinity' : null},
             ${isOut ? earlyOn(addDays(today, onItsWay)) : null}
        from noticed`
  })

const writeMessage = (
  given: Given,
  campaigns: Campaigns,
  householdId: HouseholdId,
  home: ModelHome,
  chargeIds: readonly ChargeId[],
  reader: PersonId,
): Promise<DeliveryId> =>
  given.inside(async ({ tx, community, now, today }) => {
    const source = sources[home.source]
    const campaignId = 'campaign' in source ? (campaigns.get(source.campaign) ?? null) : null
    const subject = { about: 'charges', beforeDue: source.beforeDue }
    const told = home.opened || home.wentOut || home.complaint !== 'none' ? now : null
    const { noticeId, deliveryId } = await tx.one<{ noticeId: number; deliveryId: DeliveryId }>`
      with noticed as (
        insert into notice (community_id, household_id, kind, key, campaign_id, rule, charge_ids, subject, channels, made_at, not_after,
                            words, told_at, opened_at, opened_by)
        values (${community}, ${householdId}, ${source.kind}, ${`now:${++made}`}, ${campaignId},
                ${'rule' in source ? source.rule : null}, ${home.asksFor.map((at) => chargeIds[at])}::bigint[],
                ${JSON.stringify(subject)}, '{letter,subscription}', ${now},
                ${now}::timestamptz + make_interval(mins => ${home.minutesLeft}), ${told && '{}'}, ${told},
                ${home.opened ? now : null}, ${home.opened ? reader : null})
        returning id)
      insert into delivery (community_id, notice_id, household_id, channel, lane, send_after)
      select ${community}, id, ${householdId}, 'subscription', ${campaignId ?? 0}, ${now} from noticed
      returning notice_id, id as delivery_id`
    if (home.wentOut) {
      await tx.run`
        insert into delivery (community_id, notice_id, household_id, channel, state, send_after, gated_at, sent_at)
        values (${community}, ${noticeId}, ${householdId}, 'letter', 'sent', ${now}, ${now}, ${now})`
    }
    if (home.complaint !== 'none') {
      const answered = home.complaint === 'answered'
      await tx.run`
        insert into reminder_complaint (community_id, household_id, notice_id, asked_by, text, asked_at, reply_by, answer, answered_at,
                                        answered_by)
        values (${community}, ${householdId}, ${noticeId}, ${reader}, '已经缴过了', ${now}, ${today}, ${answered ? '已核对' : ''},
                ${answered ? now : null}, ${answered ? reader : null})`
    }
    return deliveryId
  })

const earlyOn = (day: BusinessDate): Date => new Date(startOfDay(day).getTime() + 6 * 3_600_000)

/** What becomes of the message once it has stood at the gate. */
function becomes(home: ModelHome, facts: SendFacts) {
  const source = sources[home.source]
  // Only campaigns that run are served.
  if ('campaign' in source && source.campaign !== 'running') return { state: 'waiting', why: null }
  const why = whyNotSend(facts)
  if (why !== null) return { state: ends[why].ends === 'later' ? 'waiting' : 'left_out', why }
  if (facts.kind === 'bill') return { state: 'unreachable', why: 'no_wording' }
  if (home.reader === 'tenant' || home.reader === 'nobody') return { state: 'unreachable', why: 'nobody' }
  return home.credits > 0 ? { state: 'sent', why: null } : { state: 'unreachable', why: 'no_credit' }
}

let day = businessDate('2026-11-23')

it('the gate knows of any home what a plain reading of the books knows, and goes by it', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyHome, { minLength: 6, maxLength: 6 }),
      anyContracts,
      fc.constantFrom(8, 10, 10, 10, 10, 19, 20, 21),
      async (homes, contracts, hour) => {
        day = addDays(day, 1)
        clock.set(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
        const { given, campaigns } = await aCommunity(contracts)
        const written = []
        for (const home of homes) written.push(await write(given, campaigns, home))
        const known = await given.inside(async (ctx) => {
          const waiting = []
          for (const lane of [0, ...campaigns.values()] as const)
            waiting.push(...(await claim(ctx, { lane, channels: ['subscription'], most: 100 })))
          return {
            homes: await homeFacts(ctx, waiting),
            subjects: await subjectFacts(ctx, waiting),
            answers: new Map(
              (await askTheGate(ctx, waiting)).map((answer) => [answer.at.deliveryId, answer]),
            ),
          }
        })
        await given.sends()
        const became = await given.inside(
          ({ tx, community }) => tx.rows<{ id: DeliveryId; state: string; why: string | null }>`
            select id, state, why from delivery where community_id = ${community} and channel = 'subscription'`,
        )
        for (const { home, householdId, deliveryId } of written) {
          const facts = factsOf(home, contracts, { today: day, hour })
          const found = known.homes.get(householdId)
          expect({ ...found, asked: found?.asked.toSorted() }).toMatchObject(facts.home)
          expect(known.subjects.get(deliveryId)?.facts).toEqual(facts.subject)
          const answer = known.answers.get(deliveryId)
          expect(answer?.kind === 'stay' ? answer.why : null).toBe(whyNotSend(facts))
          expect(became.find(({ id }) => id === deliveryId)).toMatchObject(becomes(home, facts))
        }
      },
    ),
    { numRuns: 60 },
  )
})
