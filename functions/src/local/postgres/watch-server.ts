/**
 * Runs a server for as long as the process that started this one lives: its end of our standard input closes however
 * it ends, also by kill -9.
 */
import { spawn } from 'node:child_process'

export interface WatchedCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly options: { readonly uid?: number; readonly gid?: number; readonly cwd: string }
}

const { program, args, options }: WatchedCommand = JSON.parse(process.argv[2] ?? '')
const server = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
server.once('exit', (code) => process.exit(code ?? 0))
server.once('error', () => process.exit(1))

/** SIGINT is PostgreSQL's fast shutdown: ends sessions, loses nothing. */
const stop = () => server.kill('SIGINT')
process.stdin.resume()
process.stdin.once('end', stop)
process.stdin.once('error', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
