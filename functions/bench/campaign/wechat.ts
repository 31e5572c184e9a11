import { runningClock, startEmulator } from '../../src/local/emulator/index.ts'
import { agree } from '../books/agree.ts'
import { answer } from '../harness/in-process.ts'
import { benchTime, type Merchant } from '../harness/merchant.ts'

export interface Wechat {
  readonly keys: Merchant
  readonly homes: number
  /** Of how many messages one is never answered, every other of them after it was taken. */
  readonly oneLostOf: number
}

/** WeChat, in a process of its own. */
answer(async ({ keys, homes, oneLostOf }: Wechat): Promise<string> => {
  const clock = runningClock()
  await clock.set(benchTime)
  const emulator = await startEmulator({ keys, clock })
  agree(emulator, homes)
  const lost = { match: 'subscribe/send', every: 2 * oneLostOf, times: homes } as const
  emulator.control.fault({ ...lost, action: 'hang' })
  emulator.control.fault({ ...lost, action: 'slow', delayMs: 60_000 })
  return emulator.url
})
