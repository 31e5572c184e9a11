import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { appendFile, open, readFile, rm } from 'node:fs/promises'
import { connect, createServer, Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Account, chooseAccount } from './account.ts'
import { exists, findBinaries } from './binaries.ts'
import type { WatchedCommand } from './watch-server.ts'

export interface PostgresServer {
  readonly port: number
  /** As superuser. */
  url(database: string): string
  /** Stops the server, unless another process started it. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** Where the cluster lives. */
  readonly folder: string
  /** Off only for tests: a power cut may then lose what was acknowledged. */
  readonly durable: boolean
  readonly settings?: Readonly<Record<string, string>>
}

const startLimitMs = 60_000

/**
 * Gives the embedded PostgreSQL of a folder: the running one when there is one, otherwise it is started (and made, the
 * first time). Several processes may ask at once. A watcher ends the server when this process ends, however it ends.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = await chooseAccount(options.folder)
  const release = await lock(`${account.folder}.lock`)
  try {
    const running = await runningPort(account.folder)
    if (running !== undefined) return server(running)
    return await start(account, options)
  } finally {
    await release()
  }
}

async function start(account: Account, options: PostgresOptions): Promise<PostgresServer> {
  const { folder, uid, gid } = account
  const binaries = await findBinaries(account.copyBinariesTo)
  const as = { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }), cwd: folder }
  if (!(await exists(join(folder, 'PG_VERSION')))) {
    await promisify(execFile)(
      binaries.initdb,
      [
        '--pgdata',
        folder,
        '--username',
        'postgres',
        '--auth',
        'trust',
        '--encoding',
        'UTF8',
        '--no-sync',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
        '--locale',
        'C',
      ],
      as,
    )
  }
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    timezone: 'UTC',
    log_min_messages: 'warning',
    ...(!options.durable && { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
    ...options.settings,
  }
  const command: WatchedCommand = {
    program: binaries.postgres,
    args: ['-D', folder, ...flags(settings)],
    options: as,
  }
  const watcher = spawn(
    process.execPath,
    [join(import.meta.dirname, 'watch-server.ts'), JSON.stringify(command)],
    {
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
    },
  )
  watcher.stderr?.on('data', (text: Buffer) => {
    appendFile(join(folder, 'server.log'), text).catch(() => {})
  })
  await untilAnswering(port, watcher, folder)
  return server(port, watcher)
}

function server(port: number, watcher?: ChildProcess): PostgresServer {
  if (watcher) letProgramEnd(watcher)
  return {
    port,
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    async stop() {
      if (!watcher || watcher.exitCode !== null) return
      const ended = new Promise((resolve) => watcher.once('exit', resolve))
      watcher.ref()
      watcher.stdin?.end()
      await ended
    },
  }
}

/** The server must not keep a finished program alive. */
function letProgramEnd(watcher: ChildProcess): void {
  watcher.unref()
  for (const pipe of [watcher.stdin, watcher.stderr]) if (pipe instanceof Socket) pipe.unref()
}

const flags = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** The port of the server that runs on a folder. A pid file alone proves nothing: the server must answer. */
async function runningPort(folder: string): Promise<number | undefined> {
  const lines = await readFile(join(folder, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  )
  const port = Number(lines[3])
  return port > 0 && (await answers(port)) ? port : undefined
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 })
    const done = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
}

async function untilAnswering(port: number, watcher: ChildProcess, folder: string): Promise<void> {
  const until = Date.now() + startLimitMs
  for (;;) {
    if (watcher.exitCode !== null) {
      const log = await readFile(join(folder, 'server.log'), 'utf8').catch(() => '')
      throw new Error(`PostgreSQL did not start.\n${log.split('\n').slice(-8).join('\n')}`)
    }
    const pidFile = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
    if (pidFile.split('\n')[7]?.startsWith('ready') && (await answers(port))) return
    if (Date.now() > until) throw new Error(`PostgreSQL did not answer within ${startLimitMs / 1_000} s`)
    await wait(20)
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** One process at a time starts a cluster. A lock whose holder is gone does not count. */
async function lock(path: string): Promise<() => Promise<void>> {
  const until = Date.now() + startLimitMs
  for (;;) {
    try {
      const file = await open(path, 'wx')
      await file.write(String(process.pid))
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true })
    if (Date.now() > until)
      throw new Error(`another process (${holder}) has been starting PostgreSQL for too long: ${path}`)
    await wait(50)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
