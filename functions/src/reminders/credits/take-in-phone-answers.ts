import type { Ctx } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noteAnswers, type ToldAnswers } from './note-answers.ts'

/** Answers that a phone may tell in some minutes: several times what a person can tap through. Ours. */
const toldMost = { answers: 60, minutes: 10 }

/** What a phone says that its user answered just now. Refused as `too-often` when no person could have. */
export async function takeInPhoneAnswers(
  ctx: Ctx,
  { appid, openid }: Pick<Caller, 'appid' | 'openid'>,
  answers: ToldAnswers['answers'],
): Promise<void> {
  const { told } = await ctx.tx.one<{ told: number }>`
    select count(*) as told from subscription_answer
     where (appid, openid) = (${appid}, ${openid}) and told_by = 'phone'
       and at > ${new Date(ctx.now.getTime() - toldMost.minutes * 60_000)}`
  if (told + answers.length > toldMost.answers) throw new Refusal('too-often', { minutes: toldMost.minutes })
  await noteAnswers(ctx, { appid, openid, answers, at: ctx.now, toldBy: 'phone', change: false })
}
