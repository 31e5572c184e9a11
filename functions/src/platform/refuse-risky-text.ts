import type { World } from './context.ts'
import type { Caller } from './http/routes.ts'
import { Refusal } from './refusal.ts'

/**
 * Lets WeChat look at what somebody has written for others to read, before it is kept: what users of a mini-program write is to be
 * filtered. Refused as `text-not-allowed` where WeChat finds it risky. What it leaves to people, staff read anyway. Where it gives
 * no judgement the text is taken, and the log says so, without text or writer: nobody's complaint waits for WeChat. To be called
 * before a transaction opens, which is not to wait for the network.
 */
export async function refuseRiskyText(
  { wechatMp, log }: World,
  { openid }: Caller,
  text: string,
): Promise<void> {
  if (text.trim() === '') return
  const checked = await wechatMp.textCheck({ openid, text })
  if (checked.kind !== 'ok') {
    const happening = 'a text was taken that wechat has not checked'
    if (checked.kind === 'config')
      log.error(happening, new Error('wechat refuses our configuration'), checked)
    else log.info(happening, checked)
    return
  }
  if (checked.suggest === 'risky') throw new Refusal('text-not-allowed')
}
