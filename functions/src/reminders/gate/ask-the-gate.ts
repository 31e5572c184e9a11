import { addDays, startOfDay, timeOfDayAt } from '@anjiao/shared/calendar'
import type { WhyNotSend } from '@anjiao/shared/notice-life'
import { hardHours } from '@anjiao/shared/notice-limits'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import type { Ctx } from '../../platform/context.ts'
import { type Told, type ToldSubject, told } from '../notices/told.ts'
import { rulesInForce } from '../rules/rule-settings.ts'
import type { AtTheGate } from './at-the-gate.ts'
import { type Home, homeFacts } from './home-facts.ts'
import { subjectFacts } from './subject-facts.ts'
import { type SendFacts, whyNotSend } from './why-not-send.ts'

/** What the gate says of a message: it may go, and what it says; or why not, and when to ask again (null: never). */
export type GateAnswer =
  | {
      readonly kind: 'go'
      readonly at: AtTheGate
      readonly home: Home
      /** What it is about, as the books have it now, and that in words. */
      readonly subject: ToldSubject
      readonly told: Told
    }
  | { readonly kind: 'stay'; readonly at: AtTheGate; readonly why: WhyNotSend; readonly again: Date | null }

/**
 * 发送前的最后一关. Decides about messages whose turn has come, from the books, holds, payments under way, wishes and what was
 * told before, all as they are in this transaction. Whoever sends, on whatever channel, asks here first, with homes and
 * messages locked, and sends what it says and nothing else. Whether somebody can be reached on the channel is asked afterwards.
 * Whoever only wants to know what it would say may ask for another hour of the day.
 */
export async function askTheGate(
  ctx: Ctx,
  waiting: readonly AtTheGate[],
  hourAt: (home: Home) => number = () => hourOf(ctx.now),
): Promise<GateAnswer[]> {
  const homes = await homeFacts(ctx, waiting)
  const subjects = await subjectFacts(ctx, waiting)
  const on = await rulesOn(ctx, waiting)
  return waiting.map((at): GateAnswer => {
    const [home, subject] = [homes.get(at.householdId), subjects.get(at.deliveryId)]
    if (!home || !subject)
      throw new Error(`delivery ${at.deliveryId} is of no home of community ${ctx.community}`)
    const why = whyNotSend({
      kind: at.kind,
      source: at.rule === null ? campaignNow(at) : on.has(at.rule) ? 'running' : 'stopped',
      tooLate: ctx.now > at.notAfter,
      opened: at.opened,
      home,
      subject: subject.facts,
      today: ctx.today,
      hour: hourAt(home),
    })
    if (why !== null) return { kind: 'stay', at, why, again: askAgain(ctx, why, home) }
    if (!subject.told) throw new Error(`delivery ${at.deliveryId} has nothing to tell`)
    return { kind: 'go', at, home, subject: subject.told, told: told(subject.told, ctx.today) }
  })
}

/** The rules that are on, where any of the messages comes from one. */
async function rulesOn(ctx: Ctx, waiting: readonly AtTheGate[]): Promise<ReadonlySet<ReminderRule>> {
  if (waiting.every(({ rule }) => rule === null)) return new Set()
  return new Set((await rulesInForce(ctx)).filter(({ on }) => on).map(({ rule }) => rule))
}

/** One that is done goes on with what has come back meanwhile: its letters, and the next channels of what did not arrive. */
function campaignNow({ campaignState }: AtTheGate): SendFacts['source'] {
  if (campaignState === 'running' || campaignState === 'done') return 'running'
  return campaignState === 'paused' ? 'paused' : 'stopped'
}

/** Whoever is paying has half an hour for it, as long as an order lives. */
const minutesOfPaying = 30
const minutesOfPause = 5

function askAgain({ now, today }: Ctx, why: WhyNotSend, home: Home): Date | null {
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  if (why === 'paying') return inMinutes(minutesOfPaying)
  if (why === 'paused') return inMinutes(minutesOfPause)
  if (why !== 'hour') return null
  const opens = firstHour(home)
  const day = hourOf(now) < opens ? today : addDays(today, 1)
  return new Date(startOfDay(day).getTime() + opens * 3_600_000)
}

/** The first hour of a day in which a home may be written to. */
export const firstHour = ({ fromHour }: Pick<Home, 'fromHour'>): number => Math.max(fromHour, hardHours.from)

const hourOf = (instant: Date): number => Number(timeOfDayAt(instant).slice(0, 2))
