import type { DeliveryId, HouseholdId } from '@anjiao/shared/ids'
import type { NoticeKind } from '@anjiao/shared/notice-life'
import { asSystem, type World } from '../../platform/context.ts'
import type { AnswerTeller } from '../../platform/database-types.ts'
import {
  type CreditEnd,
  creditsOf,
  noteAnswers,
  reserveCredits,
  type SubscriptionAnswer,
  settleCredits,
} from '../../reminders/index.ts'
import { givenCommunity } from './given.ts'
import { testAppid } from './world.ts'

let made = 0

interface GivenAnswer {
  readonly templateId: string
  readonly answer?: SubscriptionAnswer
  readonly toldBy?: AnswerTeller
  readonly change?: boolean
  /** Minutes from now. */
  readonly in?: number
}

/** A community whose people may be written to by WeChat. */
export async function givenCredits(world: World) {
  const given = await givenCommunity(world)
  const { community, inside } = given

  async function template({
    title = '账单通知',
    fields = [{ key: 'thing1', label: '小区', options: [] as string[] }],
  } = {}): Promise<string> {
    const id = `template-${++made}`
    await asSystem(
      world,
      'test',
      ({ tx, now }) => tx.run`
        insert into wechat_template (appid, template_id, title, fields, synced_at)
        values (${testAppid}, ${id}, ${title}, ${JSON.stringify(fields)}, ${now})`,
    )
    return id
  }

  /** A wording in force, however it reads. */
  async function wording(kind: NoticeKind, templateId: string): Promise<void> {
    await inside(
      ({ tx, now }) => tx.run`
        insert into notice_wording (community_id, kind, channel, appid, template_id, fields, text, replaces, published_at, published_by)
        values (${community}, ${kind}, 'subscription', ${testAppid}, ${templateId}, '{}', '',
                (select max(id) from notice_wording where (community_id, kind, channel) = (${community}, ${kind}, 'subscription')),
                ${now}, 'system:test')`,
    )
  }

  /** A message that is about to go to a home. */
  async function delivery(householdId: HouseholdId): Promise<DeliveryId> {
    return inside(async ({ tx, now }) => {
      const { id } = await tx.one<{ id: DeliveryId }>`
        with noticed as (
          insert into notice (community_id, household_id, kind, key, rule, channels, made_at, not_after)
          values (${community}, ${householdId}, 'reminder', ${`test:${++made}`}, 'due_today', '{subscription}', ${now}, ${now})
          returning id
        )
        insert into delivery (community_id, notice_id, household_id, channel, send_after)
        select ${community}, id, ${householdId}, 'subscription', ${now} from noticed returning id`
      return id
    })
  }

  /** Somebody answers about one template; an accept that WeChat tells now, unless it is said otherwise. */
  const answers = (
    openid: string,
    { templateId, answer = 'accept', toldBy = 'wechat', change = false, in: minutes = 0 }: GivenAnswer,
  ): Promise<void> =>
    asSystem(world, 'test', (ctx) =>
      noteAnswers(ctx, {
        appid: testAppid,
        openid,
        answers: [{ templateId, answer }],
        at: new Date(ctx.now.getTime() + minutes * 60_000),
        toldBy,
        change,
      }),
    )

  return {
    ...given,
    template,
    wording,
    delivery,
    answers,
    free: (reader: Awaited<ReturnType<typeof given.person>>, templateId: string): Promise<number> =>
      inside(async (ctx) => {
        const [found] = await creditsOf(ctx, testAppid, [templateId], [reader.personId])
        return found?.free ?? 0
      }),
    reserve: (templateId: string, wanted: readonly (readonly [DeliveryId, ...string[]])[]) =>
      inside((ctx) =>
        reserveCredits(
          ctx,
          testAppid,
          wanted.map(([deliveryId, ...openids]) => ({ deliveryId, openids, templateId })),
        ),
      ),
    settleUses: (...ends: CreditEnd[]) => inside((ctx) => settleCredits(ctx, ends)),
  }
}
