import { join } from 'node:path'
import type { Receipt } from '../books/require-reminded.ts'
import { startProcess } from '../harness/in-process.ts'
import type { Merchant } from '../harness/merchant.ts'
import type { Wechat } from './wechat.ts'

/** Of so many messages one is never answered. */
const oneLostOf = 100

/** Does something with a WeChat of its own, and answers what came of it beside WeChat's own log of what it took. */
export async function withWechat<T>(
  { keys, homes }: { readonly keys: Merchant; readonly homes: number },
  work: (url: string) => Promise<T>,
): Promise<{ readonly outcome: T; readonly receipts: readonly Receipt[] }> {
  const script = join(import.meta.dirname, 'wechat.ts')
  const { output: url, stop } = await startProcess<Wechat, string>(script, { keys, homes, oneLostOf })
  try {
    return { outcome: await work(url), receipts: await receiptsOf(url) }
  } finally {
    await stop()
  }
}

export async function tokenOf(url: string, { appid, secret }: Merchant): Promise<string> {
  const body = JSON.stringify({ grant_type: 'client_credential', appid, secret })
  const answer = await fetch(`${url}/cgi-bin/stable_token`, { method: 'POST', body })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  return token
}

async function receiptsOf(url: string): Promise<Receipt[]> {
  const answer = await fetch(`${url}/__ctl/messages`, { method: 'POST', body: '{}' })
  return (await answer.json()) as Receipt[]
}
