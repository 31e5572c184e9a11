import type { Channel, DeliveryOutcome } from '@anjiao/shared/notice-life'
import type { Handed } from './write-became.ts'

/** Of what nothing more goes out for a while, and the answer that said so. */
interface PauseDue {
  readonly channel: Channel
  /** Empty: nothing goes out on the whole channel. */
  readonly templateId: string
  readonly until: Date
  readonly outcome: DeliveryOutcome
  readonly errcode: string | null
}

/**
 * What stands still after these messages, of whatever community: of several answers that stop the same channel or template the one
 * that does so the longest. Pure.
 */
export function pausesOf(handed: readonly Handed[]): PauseDue[] {
  const due = handed.flatMap(({ channel, templateId, errcode, became: { pause, outcome } }): PauseDue[] =>
    pause
      ? [
          {
            channel,
            templateId: pause.of === 'template' ? templateId : '',
            until: pause.until,
            outcome,
            errcode,
          },
        ]
      : [],
  )
  const ofTheSame = Map.groupBy(due, ({ channel, templateId }) => `${channel}:${templateId}`)
  return [...ofTheSame.values()].flatMap(
    (same) => same.toSorted((a, b) => b.until.getTime() - a.until.getTime())[0] ?? [],
  )
}
