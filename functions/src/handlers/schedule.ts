import { continueBillRuns, postDueLateFees } from '../billing/index.ts'
import { markOverdueDisputes } from '../disputes/index.ts'
import { sweepPayments } from '../payments/index.ts'
import { keepPlans } from '../plans/index.ts'
import type { World } from '../platform/context.ts'
import { reconcile } from '../reconciliation/index.ts'
import { sweepRefunds } from '../refunds/index.ts'
import { keepRelief } from '../relief/index.ts'
import { askWhatBecame, continueCampaigns, deliver, remindByRules } from '../reminders/index.ts'
import { auditBooks } from './audit-books.ts'
import { keepInOrder } from './upkeep.ts'

/** What is done by the calendar. Each stops at its deadline and goes on at the next call; each may be called twice. */
const tasks = {
  /** Every minute. */
  'payment-sweep': sweepPayments,
  /** Every minute: refunds that wait for WeChat. */
  'refund-sweep': sweepRefunds,
  /** Every minute: goes on with bill runs that stand. */
  'bill-runs': continueBillRuns,
  /** Every day; posts on the last day of a month, or later when it was missed. */
  'late-fees': postDueLateFees,
  /** Every ten minutes: what the end of a day has brought to plans. */
  plans: keepPlans,
  /** Every hour. */
  disputes: markOverdueDisputes,
  /** Every hour: bills that came since, what runs out, what waits too long. */
  relief: keepRelief,
  /** Every ten minutes: what the calendar and what happened bring to tell. */
  reminders: remindByRules,
  /** Every minute: campaigns whose time has come, and those that go on. */
  campaigns: continueCampaigns,
  /** Every ten minutes: what became of SMS. */
  'sms-reports': askWhatBecame,
  /** Every minute: sends messages whose turn has come. */
  deliver,
  /** Every half hour: the bills of the days before, compared with the books. */
  reconciliation: reconcile,
  /** Every night. */
  audit: auditBooks,
  /** Every night. */
  upkeep: keepInOrder,
} as const satisfies Record<string, (world: World, deadline: Date) => Promise<number>>

export type Task = keyof typeof tasks

export const taskNames = Object.keys(tasks) as Task[]

export interface ScheduleEvent {
  readonly task: Task
}

interface Limits {
  getRemainingTimeInMillis(): number
}

/** A task begins nothing new this long before the platform would cut it off. */
const marginMs = 10_000

/** Does one task, within the time the platform gives. Answers how much it did. */
export const schedule =
  (world: World) =>
  async ({ task }: ScheduleEvent, limits: Limits): Promise<{ task: Task; done: number }> => {
    const run = tasks[task]
    if (!run) throw new Error(`no such task: ${task}`)
    const deadline = new Date(
      world.clock.now().getTime() + Math.max(0, limits.getRemainingTimeInMillis() - marginMs),
    )
    const done = await run(world, deadline)
    world.log.info('scheduled task', { task, done })
    return { task, done }
  }
