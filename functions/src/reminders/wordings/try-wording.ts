import type { NewWording, WordingTrial } from '@anjiao/shared/contract/wordings'
import type { Ctx } from '../../platform/context.ts'
import { checkWording } from './check-wording.ts'
import { exampleValues, senderOf } from './example-values.ts'
import { type Fillable, paragraphsOf, readWording } from './fill-wording.ts'
import { templateFields } from './templates.ts'

/** How a wording would read for an ordinary home, as far as it can be filled, and what is wrong with it. Writes nothing. */
export async function tryWording(ctx: Ctx, appid: string, wording: NewWording): Promise<WordingTrial> {
  const checkable = { ...wording, template: await templateFields(ctx, appid, wording.templateId) }
  const sender = await senderOf(ctx)
  return {
    reads: reads(checkable, readWording(checkable, exampleValues(sender, ctx.today))),
    problems: checkWording(checkable, sender, ctx.today),
  }
}

function reads(
  { channel, template }: Fillable,
  { read, text }: Pick<ReturnType<typeof readWording>, 'read' | 'text'>,
): WordingTrial['reads'] {
  if (channel === 'sms') return [{ label: '短信', value: text }]
  if (channel === 'letter')
    return paragraphsOf(text).map((value, at) => ({ label: `第 ${at + 1} 段`, value }))
  const texts = new Map(read)
  return (template?.fields ?? []).map(({ key, label }) => ({ label, value: texts.get(key) ?? '' }))
}
