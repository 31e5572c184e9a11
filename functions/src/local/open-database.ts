import { join } from 'node:path'
import { migrate } from '../platform/migrate.ts'
import { localFolder } from './checkout.ts'
import { createDatabase, type LocalDatabase } from './postgres/create-database.ts'
import { startPostgres } from './postgres/server.ts'

export interface OpenedDatabase extends Pick<LocalDatabase, 'appUrl'> {
  readonly close: () => Promise<void>
}

/**
 * The database that commands work on: the server that DATABASE_URL names (its schema is brought up to date only when
 * DATABASE_OWNER_URL is given too), otherwise the embedded one of this checkout, whether or not the system is running.
 */
export async function openLocalDatabase(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<OpenedDatabase> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = environment
  if (appUrl) {
    if (ownerUrl) await migrate(ownerUrl)
    return { appUrl, close: async () => {} }
  }
  const server = await startPostgres({ folder: join(localFolder, 'postgres'), durable: true })
  const database = await createDatabase(server, 'anjiao')
  return { appUrl: database.appUrl, close: () => server.stop() }
}
