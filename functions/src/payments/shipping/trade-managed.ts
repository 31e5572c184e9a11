import { asSystem, type World } from '../../platform/context.ts'

const task = 'shipping-report'

/** WeChat may put a mini-program under its management at any time, and asks that it be looked up daily. */
const validMs = 6 * 3_600_000

/**
 * Whether WeChat holds our money until each payment is reported as delivered (发货信息管理). What it said is kept for some
 * hours; when it gives no answer, what it said before holds. Undefined: it never said.
 */
export async function tradeManaged(world: World): Promise<boolean | undefined> {
  const { appid } = world.settings
  const known = await asSystem(
    world,
    task,
    ({ tx }) => tx.maybe<{ managed: boolean; askedAt: Date }>`
      select managed, asked_at from trade_management where appid = ${appid}`,
  )
  if (known && world.clock.now().getTime() - known.askedAt.getTime() < validMs) return known.managed
  const answer = await world.wechatMp.isTradeManaged()
  if (answer.kind !== 'ok') {
    world.log.error('WeChat does not say whether it wants shipping information', new Error(answer.kind))
    return known?.managed
  }
  await asSystem(
    world,
    task,
    ({ tx, now }) => tx.run`
      insert into trade_management (appid, managed, asked_at) values (${appid}, ${answer.managed}, ${now})
      on conflict (appid) do update set managed = excluded.managed, asked_at = excluded.asked_at`,
  )
  return answer.managed
}
