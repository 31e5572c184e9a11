import { fork } from 'node:child_process'

/** A program of the bench in a process of its own, as a deployed function is. */
export interface Started<Output> {
  readonly output: Output
  readonly stop: () => Promise<void>
}

/** Starts a script that calls `answer`, hands it its input, and waits for what it answers; it lives until it is stopped. */
export async function startProcess<Input, Output>(script: string, input: Input): Promise<Started<Output>> {
  const child = fork(script, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const output = await new Promise<Output>((resolve, reject) => {
    child.once('message', (message: { output: Output }) => resolve(message.output))
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} and no answer`)))
    child.send({ input })
  })
  return {
    output,
    async stop() {
      child.disconnect()
      await ended
    },
  }
}

/** Runs a script that calls `answer` to its end. */
export async function runProcess<Input, Output>(script: string, input: Input): Promise<Output> {
  const { output, stop } = await startProcess<Input, Output>(script, input)
  await stop()
  return output
}

/** The other side: does the work for the process that started this one, and ends when that one lets go. */
export function answer<Input, Output>(work: (input: Input) => Promise<Output>): void {
  process.once('disconnect', () => process.exit(0))
  process.once('message', ({ input }: { input: Input }) => {
    work(input).then(
      (output) => process.send?.({ output }),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
}
