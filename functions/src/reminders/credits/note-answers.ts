import type { subscriptionAnswers } from '@anjiao/shared/contract/subscriptions'
import type { PersonCtx } from '../../platform/context.ts'
import type { AnswerTeller } from '../../platform/database-types.ts'
import { loseCredits } from './lose-credits.ts'
import { type Tellings, tapsTold, toldTwice } from './taps-told.ts'

export type SubscriptionAnswer = keyof typeof subscriptionAnswers

/** What a WeChat user answered, as their phone or WeChat tells it. */
export interface ToldAnswers {
  readonly appid: string
  readonly openid: string
  readonly answers: readonly { readonly templateId: string; readonly answer: SubscriptionAnswer }[]
  readonly at: Date
  readonly toldBy: AnswerTeller
  /** Changed in the settings of WeChat (subscribe_msg_change_event), where nothing was asked. */
  readonly change: boolean
}

/**
 * Accepts that only the phone tells, of one template in a day. What a phone says can be made up: then the messages are
 * refused, and all is lost again. Ours.
 */
export const phoneOnlyMost = 10

const dayMs = 24 * 3_600_000

/**
 * Takes in what somebody answered. One accept is one message (一次性订阅), told by the phone, by WeChat, or by both in any order.
 * Who was banned, or takes it back in the settings, loses what they had not used by then. Templates and users that we do
 * not know are ignored. Each call is one telling: whoever calls sees to it that none is taken in twice.
 */
export async function noteAnswers(ctx: PersonCtx, told: ToldAnswers): Promise<void> {
  const known = await knownTemplates(ctx, told)
  const answers = [...new Map(told.answers.map((each) => [each.templateId, each])).values()].filter(
    ({ templateId }) => known.has(templateId),
  )
  if (answers.length === 0) return
  await lockUser(ctx, told)
  const grants = answers.filter(({ answer }) => answer === 'accept' && !told.change)
  const earlier = await earlierAccepts(ctx, told, grants)
  const bearing = grants.map((each) => ({ ...each, ...bears(told, earlier.get(each.templateId) ?? nothing) }))
  const madeUp = new Set(bearing.filter((each) => each.isTooMuch).map(({ templateId }) => templateId))
  await write(
    ctx,
    told,
    answers.filter(({ templateId }) => !madeUp.has(templateId)),
    bearing.filter((each) => each.isNew && !each.isTooMuch).map(({ templateId }) => templateId),
  )
  const taken = answers.filter(({ answer }) => answer === 'ban' || (answer === 'reject' && told.change))
  const { appid, openid, at } = told
  await loseCredits(
    ctx,
    taken.map(({ templateId }) => ({ appid, openid, templateId })),
    at,
  )
}

const nothing: Tellings = { phone: [], wechat: [] }

/** Whether one more telling is of a tap that we have not heard of, and whether the phone alone has told of too many. */
function bears({ toldBy, at }: ToldAnswers, earlier: Tellings): { isNew: boolean; isTooMuch: boolean } {
  const now = { ...earlier, [toldBy]: [...earlier[toldBy], at.getTime()] }
  const isNew = tapsTold(now) > tapsTold(earlier)
  const phoneOnly = ({ phone, wechat }: Tellings) => phone.length - toldTwice({ phone, wechat })
  return { isNew, isTooMuch: isNew && toldBy === 'phone' && phoneOnly(ofLastDay(now, at)) > phoneOnlyMost }
}

const ofLastDay = ({ phone, wechat }: Tellings, at: Date): Tellings => {
  const isLate = (instant: number) => instant > at.getTime() - dayMs
  return { phone: phone.filter(isLate), wechat: wechat.filter(isLate) }
}

async function knownTemplates({ tx }: PersonCtx, told: ToldAnswers): Promise<Set<string>> {
  const rows = await tx.rows<{ templateId: string }>`
    select t.template_id from wechat_template t
      join wechat_account a on (a.appid, a.openid) = (t.appid, ${told.openid})
     where t.appid = ${told.appid} and t.template_id = any(${told.answers.map(({ templateId }) => templateId)})`
  return new Set(rows.map(({ templateId }) => templateId))
}

/** Whoever takes in answers of one user waits for the others who do, so that one tap told twice at once is one. */
async function lockUser({ tx }: PersonCtx, { appid, openid }: ToldAnswers): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`subscriptions ${appid} ${openid}`}, 0))`
}

async function earlierAccepts(
  { tx }: PersonCtx,
  { appid, openid, at }: ToldAnswers,
  grants: ToldAnswers['answers'],
): Promise<Map<string, Tellings>> {
  const rows = await tx.rows<{ templateId: string; toldBy: AnswerTeller; at: Date }>`
    select template_id, told_by, at from subscription_answer
     where (appid, openid) = (${appid}, ${openid}) and template_id = any(${grants.map(({ templateId }) => templateId)})
       and answer = 'accept' and not change
       and at between ${new Date(at.getTime() - dayMs)} and ${new Date(at.getTime() + dayMs)}`
  const told = (of: typeof rows, by: AnswerTeller) =>
    of.filter(({ toldBy }) => toldBy === by).map((row) => row.at.getTime())
  return new Map(
    [...Map.groupBy(rows, ({ templateId }) => templateId)].map(([templateId, its]) => [
      templateId,
      { phone: told(its, 'phone'), wechat: told(its, 'wechat') },
    ]),
  )
}

/** An accept that is told after its giver has taken it back is written down, and lost. */
async function write(
  { tx }: PersonCtx,
  { appid, openid, toldBy, change, at }: ToldAnswers,
  answers: ToldAnswers['answers'],
  granting: readonly string[],
): Promise<void> {
  await tx.run`
    with told as (
      insert into subscription_answer (appid, openid, template_id, answer, told_by, change, at)
      select ${appid}, ${openid}, each.template_id, each.answer::subscription_answer_kind, ${toldBy}, ${change}, ${at}
        from unnest(${answers.map(({ templateId }) => templateId)}::text[], ${answers.map(({ answer }) => answer)}::text[])
             as each (template_id, answer)
      returning *
    )
    insert into subscription_credit (answer_id, appid, openid, template_id, granted_at, lost_at)
    select told.id, told.appid, told.openid, told.template_id, told.at,
           (select max(taken.at) from subscription_answer taken
             where (taken.appid, taken.openid, taken.template_id) = (told.appid, told.openid, told.template_id)
               and taken.at >= told.at and (taken.answer = 'ban' or (taken.answer = 'reject' and taken.change)))
      from told where told.template_id = any(${granting})`
}
