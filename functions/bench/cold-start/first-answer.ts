import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface ColdCall {
  /** The file of the bundle. */
  readonly bundle: string
  readonly event: unknown
  readonly environment: Record<string, string>
  /** Whether the answer is the one that was asked for. */
  readonly isRight: (answer: string) => boolean
}

const runner = join(import.meta.dirname, 'first-answer.cjs')

/** From the start of a fresh process to the first answer of the function in it, in milliseconds. */
export function firstAnswerMs({ bundle, event, environment, isRight }: ColdCall): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [runner, bundle, JSON.stringify(event)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let answeredMs: number | undefined
  child.stdout.on('data', (text: Buffer) => {
    answeredMs = performance.now() - start
    said += text
  })
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      // Log lines go before the answer.
      const answer = said.split('\n').at(-1) ?? ''
      if (answeredMs !== undefined && isRight(answer)) resolve(answeredMs)
      else reject(new Error(`${bundle} answered ${said}`))
    })
  })
}
