import type { PersonCtx } from '../platform/context.ts'

/** Remembers openids that WeChat does not know (any more): nobody is written to by them. Told again it changes nothing. */
export async function noteGoneAccounts(
  { tx, now }: PersonCtx,
  appid: string,
  openids: readonly string[],
): Promise<void> {
  if (openids.length === 0) return
  // In one order, so that two who note the same ones do not wait for each other.
  await tx.run`
    insert into wechat_account_gone (appid, openid, since)
    select ${appid}, openid, ${now} from unnest(${openids}::text[]) as each (openid) order by openid
    on conflict do nothing`
}

/** Somebody has just signed in by an openid: WeChat knows it. */
export async function accountIsBack({ tx }: PersonCtx, appid: string, openid: string): Promise<void> {
  await tx.run`delete from wechat_account_gone where (appid, openid) = (${appid}, ${openid})`
}
