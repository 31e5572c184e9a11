import { formatDate } from '@anjiao/shared/calendar'
import type { Channel, NoticeKind, WhyNotSend } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import type { Home } from '../gate/home-facts.ts'
import type { Told } from '../notices/told.ts'
import { type Filled, fillWording } from '../wordings/fill-wording.ts'
import type { WordingInForce } from '../wordings/wordings-in-force.ts'

/** What is to be told to a home on a channel. */
interface ToWord {
  readonly kind: NoticeKind
  readonly channel: Channel
  readonly home: Home
  readonly told: Told
}

export type FilledWhole = Exclude<Filled, { kind: 'problem' }>

type Worded =
  | { readonly wording: WordingInForce; readonly filled: FilledWhole }
  | { readonly why: WhyNotSend }

/** Puts what is told into the words of a channel; or why that cannot be. */
export function wordsFor(
  { today }: Pick<Ctx, 'today'>,
  { kind, channel, home, told }: ToWord,
  wordings: readonly WordingInForce[],
): Worded {
  const wording = wordings.find((each) => each.kind === kind && each.channel === channel)
  if (!wording) return { why: 'no_wording' }
  const { community, room, address, hotline } = home
  const own = { community, room, address, hotline, today: formatDate(today) }
  const filled = fillWording(wording, { ...told.values, ...own })
  return filled.kind === 'problem' ? { why: 'does_not_fit' } : { wording, filled }
}
