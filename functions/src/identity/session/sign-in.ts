import type { Session } from '@anjiao/shared/contract/identity'
import type { PersonId } from '@anjiao/shared/ids'
import { asSystem, type PersonCtx, type World } from '../../platform/context.ts'
import { accountIsBack } from '../gone-accounts.ts'
import { wechatRefusal } from '../wechat-refusal.ts'
import { openSession, sessionReply } from './open-session.ts'

/**
 * 微信登录: trades the code of `wx.login` for a session; whoever comes the first time becomes a person. Refused as
 * `login-code-invalid` (old or used), `wechat-account-restricted`, or `wechat-unavailable`.
 */
export async function signIn(world: World, code: string): Promise<Session> {
  const known = await world.wechatMp.sessionOf(code)
  if (known.kind !== 'ok') throw wechatRefusal(world, 'login-code-invalid', known)
  const account = { appid: world.settings.appid, openid: known.openid }
  const opened = await asSystem(world, 'sign-in', async (ctx) => {
    const personId = (await personOf(ctx, account)) ?? (await newPerson(ctx, account))
    await accountIsBack(ctx, account.appid, account.openid)
    return openSession(ctx, { personId, ...account })
  })
  return sessionReply(world, opened)
}

interface Account {
  readonly appid: string
  readonly openid: string
}

async function personOf({ tx }: PersonCtx, { appid, openid }: Account): Promise<PersonId | undefined> {
  const account = await tx.maybe<{ personId: PersonId }>`
    select person_id from wechat_account where (appid, openid) = (${appid}, ${openid})`
  return account?.personId
}

/** Two first sign-ins at once queue here, so that the second finds the person of the first. */
async function newPerson(ctx: PersonCtx, account: Account): Promise<PersonId> {
  const { appid, openid } = account
  await ctx.tx.run`select pg_advisory_xact_lock(hashtextextended(${`wechat account ${appid} ${openid}`}, 0))`
  const meanwhile = await personOf(ctx, account)
  if (meanwhile !== undefined) return meanwhile
  const { personId } = await ctx.tx.one<{ personId: PersonId }>`
    with born as (insert into person default values returning id)
    insert into wechat_account (appid, openid, person_id) select ${appid}, ${openid}, id from born
    returning person_id`
  return personId
}
