import { fork } from 'node:child_process'

/** A program of the bench in a process of its own, as a deployed function is. */
export interface Started<Output> {
  readonly output: Output
  readonly stop: () => Promise<void>
  /** Tells it something that `whenTold` hears. */
  readonly tell: (told: unknown) => void
  /** Ends it in the middle of whatever it does, as a cloud that has lost patience would. Throws when it had ended by itself. */
  readonly kill: () => Promise<void>
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
    tell(told) {
      if (child.connected) child.send({ told })
    },
    async kill() {
      if (child.exitCode !== null) throw new Error(`${script} had ended by itself`)
      child.kill('SIGKILL')
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

/** Hears what the process that started this one tells it while it works. */
export function whenTold<Told>(hear: (told: Told) => void): void {
  process.on('message', (message: { told?: Told }) => {
    if (message.told !== undefined) hear(message.told)
  })
}
