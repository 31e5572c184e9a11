import Type, { type Static } from 'typebox'
import type { Journal } from './journal.ts'

/** What one person has said to one template. */
export const Subscription = Type.Object({
  openid: Type.String(),
  templateId: Type.String(),
  /** One accept, one message. They do not expire. */
  left: Type.Integer({ minimum: 0 }),
  /** 总是保持以上选择，不再询问. */
  kept: Type.Optional(Type.Union([Type.Literal('accept'), Type.Literal('reject')])),
  banned: Type.Optional(Type.Boolean()),
})
export type Subscription = Static<typeof Subscription>

/** 接收通知, the switch for the whole mini-program. */
export const MainSwitch = Type.Object({ openid: Type.String(), on: Type.Boolean() })
type MainSwitch = Static<typeof MainSwitch>

export interface Subscriptions {
  of(openid: string, templateId: string): Subscription
  put(subscription: Subscription): void
  mainSwitch(openid: string): boolean
  setMainSwitch(openid: string, on: boolean): void
}

export function createSubscriptions(
  journal: Journal,
  kept: readonly Subscription[],
  switches: readonly MainSwitch[],
): Subscriptions {
  const keyOf = (openid: string, templateId: string) => `${openid} ${templateId}`
  const known = new Map(kept.map((each) => [keyOf(each.openid, each.templateId), each]))
  const off = new Set(switches.filter(({ on }) => !on).map(({ openid }) => openid))
  return {
    of: (openid, templateId) => known.get(keyOf(openid, templateId)) ?? { openid, templateId, left: 0 },
    put: (subscription) => {
      const key = keyOf(subscription.openid, subscription.templateId)
      known.set(key, subscription)
      journal.record('subscription', key, subscription)
    },
    mainSwitch: (openid) => !off.has(openid),
    setMainSwitch: (openid, on) => {
      if (on) off.delete(openid)
      else off.add(openid)
      journal.record('main-switch', openid, { openid, on })
    },
  }
}
