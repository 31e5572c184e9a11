import { createSign } from 'node:crypto'
import type { Emulator } from '../index.ts'

export interface Call {
  readonly method?: string
  readonly target?: string
  readonly body?: string
  readonly signedBody?: string
  readonly signedTarget?: string
  readonly at?: Date
  readonly serial?: string
  readonly authorization?: string
  readonly headers?: Record<string, string>
}

/** Calls with raw HTTP, signed by hand, so that each part can be wrong on purpose. */
export async function callByHand(
  { merchant, clock, url }: Emulator,
  { method = 'POST', target = '/', body = '', ...call }: Call,
) {
  const timestamp = Math.floor((call.at ?? clock.now()).getTime() / 1000)
  const text = `${method}\n${call.signedTarget ?? target}\n${timestamp}\nnonce\n${call.signedBody ?? body}\n`
  const signature = createSign('RSA-SHA256').update(text).sign(merchant.privateKeyPem, 'base64')
  const authorization =
    call.authorization ??
    `WECHATPAY2-SHA256-RSA2048 signature="${signature}",serial_no="${call.serial ?? merchant.merchantSerial}",` +
      `timestamp="${timestamp}",nonce_str="nonce",mchid="${merchant.mchid}"`
  const response = await fetch(url + target, {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization,
      ...call.headers,
    },
    ...(body !== '' && { body }),
  })
  const answer = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    number: response.headers.get('request-id')?.split('-').at(-1),
    text: answer,
    json: answer.startsWith('{') ? JSON.parse(answer) : undefined,
  }
}
