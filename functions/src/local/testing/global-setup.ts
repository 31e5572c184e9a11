import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createDatabase } from '../postgres/create-database.ts'
import { startPostgres } from '../postgres/server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresPort: number
  }
}

/** One throw-away server for the whole run; each test file clones the migrated template (see `world.ts`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'anjiao-test-'))
  const server = await startPostgres({ folder, durable: false })
  await createDatabase(server, 'template_anjiao')
  project.provide('postgresPort', server.port)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
