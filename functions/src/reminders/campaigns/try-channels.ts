import type { DryRun } from '@anjiao/shared/contract/campaigns'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Channel, WhyNotSend } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { creditsOf } from '../credits/credits-of.ts'
import { type FilledWhole, wordsFor } from '../delivery/words-for.ts'
import type { GateAnswer } from '../gate/ask-the-gate.ts'
import { type Recipient, recipients } from '../gate/recipients.ts'
import { type WordingInForce, wordingsInForce } from '../wordings/wordings-in-force.ts'

type Go = Extract<GateAnswer, { kind: 'go' }>

type Reads = DryRun['examples'][number]['reads']

/** Where a message that may go would end: on a channel, or on none, for the reason that the last one had. */
export type Tried = { readonly reads: Reads } & (
  | { readonly ends: 'reached'; readonly channel: Channel; readonly why: null }
  | { readonly ends: 'unreachable'; readonly channel: null; readonly why: WhyNotSend }
)

/**
 * Tries on which of its channels, in their order, a campaign would reach homes that may be written to: by the wordings in force,
 * the people of the homes and what they have agreed to. A consent that one message would use is none for the next, in whatever
 * slice that is tried. Takes nothing.
 */
export async function readyToTry(
  ctx: Ctx,
  appid: string,
  channels: readonly Channel[],
): Promise<(goes: readonly Go[]) => Promise<ReadonlyMap<HouseholdId, Tried>>> {
  const wordings = await wordingsInForce(ctx)
  const purse: Purse = new Map()
  const templateId = wordings.find(
    (each) => each.kind === 'reminder' && each.channel === 'subscription',
  )?.templateId
  return async (goes) => {
    const people = await recipients(
      ctx,
      appid,
      goes.map(({ at }) => at.householdId),
    )
    if (templateId !== undefined) await fill(purse, ctx, appid, templateId, [...people.values()].flat())
    return new Map(
      goes.map((go) => {
        const { householdId } = go.at
        return [householdId, tryEach(ctx, go, channels, wordings, people.get(householdId) ?? [], purse)]
      }),
    )
  }
}

/** Consents that are left of each WeChat user. */
type Purse = Map<string, number>

async function fill(
  purse: Purse,
  ctx: Ctx,
  appid: string,
  templateId: string,
  people: readonly Recipient[],
): Promise<void> {
  const unknown = people.filter(({ openid }) => !purse.has(openid)).map(({ personId }) => personId)
  for (const { openid, free } of await creditsOf(ctx, appid, [templateId], unknown))
    if (!purse.has(openid)) purse.set(openid, free)
}

function tryEach(
  ctx: Ctx,
  { at, home, told }: Go,
  channels: readonly Channel[],
  wordings: readonly WordingInForce[],
  people: readonly Recipient[],
  purse: Purse,
): Tried {
  let last: WhyNotSend = 'nobody'
  for (const channel of channels) {
    const worded = wordsFor(ctx, { kind: at.kind, channel, home, told }, wordings)
    const why = 'why' in worded ? worded.why : whyNobody(channel, home.phone, people, purse)
    if ('wording' in worded && why === null)
      return { ends: 'reached', channel, why, reads: readsOf(worded.filled, worded.wording) }
    last = why ?? last
  }
  return { ends: 'unreachable', channel: null, why: last, reads: [] }
}

/** Why nobody would be reached on a channel; null: somebody is, whose consent is used where it takes one. */
function whyNobody(
  channel: Channel,
  phone: string | null,
  people: readonly Recipient[],
  purse: Purse,
): WhyNotSend | null {
  switch (channel) {
    case 'letter':
      return null
    case 'sms':
      return phone === null ? 'nobody' : null
    case 'subscription': {
      const reader = people.find(({ openid }) => (purse.get(openid) ?? 0) > 0)
      if (!reader) return people.length > 0 ? 'no_credit' : 'nobody'
      purse.set(reader.openid, (purse.get(reader.openid) ?? 0) - 1)
      return null
    }
  }
}

function readsOf(filled: FilledWhole, { template }: WordingInForce): Reads {
  switch (filled.kind) {
    case 'subscription':
      return (template?.fields ?? []).map(({ key, label }) => ({ label, value: filled.data[key] ?? '' }))
    case 'sms':
      return [{ label: '短信', value: filled.text }]
    case 'letter':
      return filled.paragraphs.map((value, at) => ({ label: `第 ${at + 1} 段`, value }))
  }
}
