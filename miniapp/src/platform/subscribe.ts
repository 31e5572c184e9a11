import { asksAtOnce } from '@anjiao/shared/notice-limits'
import Taro from '@tarojs/taro'
import { type Asked, readAsked } from './asked'

/** Here WeChat itself asks, where it is new enough to know the question. */
export const isWeChat = true

/** Whether people can be asked here at all. */
export const canAskForMessages = (): Promise<boolean> =>
  Promise.resolve(Taro.canIUse('requestSubscribeMessage'))

/**
 * Asks whether messages of these templates are welcome, three at most. To be called straight from a press: WeChat
 * refuses whatever waited for something first. Who once ticked 总是保持以上选择 is shown nothing, and has answered all
 * the same. Never throws.
 */
export async function askForMessages(templateIds: readonly string[]): Promise<Asked> {
  try {
    // entityIds is Alipay's; Taro's types ask for it everywhere.
    const asked = { tmplIds: templateIds.slice(0, asksAtOnce), entityIds: [] }
    return readAsked(await Taro.requestSubscribeMessage(asked))
  } catch (error) {
    return readAsked(error)
  }
}

/** With what a browser came back that had left to ask, once. The mini-program never leaves. */
export const takeReturnedAsked = (): Asked | undefined => undefined

/** Opens WeChat's own page on which messages of this mini-program are switched on and off. */
export const openMessageSettings: (() => void) | undefined = () =>
  void Taro.openSetting({ withSubscriptions: true }).catch(() => undefined)
