import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

export type BuildKind = 'weapp' | 'h5'

const miniapp = resolve(import.meta.dirname, '..')
const lockPatienceMs = 240_000
const sources = [
  'src/**/*',
  'config/**/*',
  'package.json',
  'babel.config.js',
  '../shared/src/**/*',
  '../package-lock.json',
]

/**
 * Builds the mini-program unless what stands in `dist` was built from these very sources, and answers its folder.
 * Two processes that ask at once build once: the second waits.
 */
export async function ensureBuilt(kind: BuildKind): Promise<string> {
  const dist = join(miniapp, 'dist', kind)
  await underLock(kind, async () => {
    const stamp = join(miniapp, 'dist', `${kind}.sources`)
    const now = sourcesHash()
    if (existsSync(dist) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
    rmSync(dist, { recursive: true, force: true })
    await build(kind)
    writeFileSync(stamp, now)
  })
  return dist
}

/** Throws with Taro's own words when the build fails or warns. */
async function build(kind: BuildKind): Promise<void> {
  const { stdout, stderr } = await promisify(execFile)('npm', ['run', `build:${kind}`], {
    cwd: miniapp,
    env: { ...process.env, CI: '1', NODE_ENV: 'production' },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`taro build --type ${kind} failed:\n${error.stdout}\n${error.stderr}`)
  })
  if (/⚠|编译警告|编译失败/.test(stdout + stderr)) {
    throw new Error(`taro build --type ${kind} has warnings:\n${stdout}\n${stderr}`)
  }
}

function sourcesHash(): string {
  const hash = createHash('sha256').update(process.env.ANJIAO_API_ORIGIN ?? '')
  for (const file of globSync(sources, { cwd: miniapp }).sort()) {
    if (/\.test\.tsx?$/.test(file) || !/\.\w+$/.test(file)) continue
    hash.update(file).update(readFileSync(join(miniapp, file)))
  }
  return hash.digest('hex')
}

/** A file that only one can make is the lock; one whose maker has died is taken away. */
async function underLock(kind: BuildKind, work: () => Promise<void>): Promise<void> {
  const lock = join(miniapp, 'dist', `${kind}.lock`)
  mkdirSync(join(miniapp, 'dist'), { recursive: true })
  const giveUpAt = performance.now() + lockPatienceMs
  while (!taken(lock)) {
    if (performance.now() > giveUpAt) throw new Error(`${lock} is held by another build for too long`)
    await wait(200)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true })
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const kind of process.argv.slice(2)) {
    if (kind === 'weapp' || kind === 'h5') await ensureBuilt(kind)
  }
}
