import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chown, mkdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** Under which account the server runs, and where. PostgreSQL refuses to run as root, so root lends it `nobody`. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
  /** The folder of the cluster, moved to a place the account can reach where the wanted one is out of its reach. */
  readonly folder: string
  /** Where the programs must be copied to, for the same reason. */
  readonly copyBinariesTo?: string
}

export async function chooseAccount(wanted: string): Promise<Account> {
  if (process.getuid?.() !== 0) {
    await mkdir(wanted, { recursive: true })
    return { folder: wanted }
  }
  const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')])
  const reachable = (await openToAll(dirname(wanted))) && (await openToAll(import.meta.dirname))
  const root = join(tmpdir(), 'anjiao')
  const folder = reachable
    ? wanted
    : join(root, `${basename(wanted)}-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
  await mkdir(folder, { recursive: true })
  await chown(folder, uid, gid)
  return { uid, gid, folder, ...(!reachable && { copyBinariesTo: root }) }
}

async function idOf(which: '-u' | '-g'): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [which, 'nobody'])
  return Number(stdout)
}

/** Whether any account may pass through a folder and all that are above it. */
async function openToAll(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const mode = await stat(at).then(
      (found) => found.mode,
      () => undefined,
    )
    if (mode !== undefined && (mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}
