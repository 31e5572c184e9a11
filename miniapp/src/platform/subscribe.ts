import { asksAtOnce } from '@anjiao/shared/notice-limits'
import Taro from '@tarojs/taro'
import { type Asked, answersAbout, type NotAsked, type TemplateAnswer } from './asked'

/** Error codes of wx.requestSubscribeMessage (小程序订阅消息, 2026-11). */
const reasons: Readonly<Record<number, NotAsked>> = {
  10001: 'misconfigured',
  10002: 'offline',
  10003: 'offline',
  10004: 'misconfigured',
  10005: 'not-now',
  20001: 'misconfigured',
  20002: 'misconfigured',
  20003: 'misconfigured',
  20004: 'switched-off',
  20005: 'banned',
  20013: 'misconfigured',
}

/** Whether people can be asked here at all. */
export const canAskForMessages = (): Promise<boolean> =>
  Promise.resolve(Taro.canIUse('requestSubscribeMessage'))

/**
 * Asks whether messages of these templates are welcome, three at most. To be called straight from a press: WeChat
 * refuses whatever waited for something first. Who once ticked 总是保持以上选择 is shown nothing, and has answered all
 * the same. Never throws.
 */
export async function askForMessages(templateIds: readonly string[]): Promise<Asked> {
  const tmplIds = templateIds.slice(0, asksAtOnce)
  try {
    // entityIds is Alipay's; Taro's types ask for it everywhere.
    const result: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    const said = new Map<string, unknown>(Object.entries(result))
    return { kind: 'answered', answers: tmplIds.flatMap((id) => answersAbout(id, said.get(id))) }
  } catch (error) {
    return { kind: 'not-asked', why: whyNot(error) }
  }
}

/** The answers with which a browser came back, once. The mini-program never leaves for them. */
export const takeReturnedAnswers = (): readonly TemplateAnswer[] | undefined => undefined

/** Opens WeChat's own page on which messages of this mini-program are switched on and off. */
export const openMessageSettings: (() => void) | undefined = () =>
  void Taro.openSetting({ withSubscriptions: true }).catch(() => undefined)

function whyNot(error: unknown): NotAsked {
  const failed = typeof error === 'object' && error !== null ? error : {}
  const code = 'errCode' in failed ? Number(failed.errCode) : 0
  if (reasons[code]) return reasons[code]
  return 'errMsg' in failed && /TAP gesture/i.test(String(failed.errMsg)) ? 'not-now' : 'unknown'
}
