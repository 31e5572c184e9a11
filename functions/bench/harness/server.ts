import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createDatabase, localDatabase } from '../../src/local/postgres/create-database.ts'
import { startPostgres } from '../../src/local/postgres/server.ts'

/** A database of the bench: ours, as the application sees it, and past every rule to set it up. */
export interface BenchDatabase {
  readonly name: string
  readonly appUrl: string
  readonly superuserUrl: string
}

export interface BenchServer {
  readonly port: number
  /** Makes a migrated database, fills it, and leaves it vacuumed with fresh statistics, to be cloned for every run. */
  prepare(name: string, fill: (superuser: pg.Client) => Promise<void>): Promise<BenchDatabase>
  /** Does something on a fresh copy of a prepared database, which is dropped afterwards. */
  onCopyOf<T>(prepared: BenchDatabase, work: (copy: BenchDatabase) => Promise<T>): Promise<T>
  readonly drop: (database: BenchDatabase) => Promise<void>
  /** A database without our schema, for others' benchmarks. */
  empty(name: string): Promise<BenchDatabase>
  stop(): Promise<void>
}

const migrated = 'bench_migrated'

/** Starts the embedded PostgreSQL in a temporary folder, durable as in production: what is acknowledged is on disk. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'anjiao-bench-'))
  const server = await startPostgres({ folder, durable: true })
  await createDatabase(server, migrated)
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  let copies = 0

  const known = (name: string): BenchDatabase => ({
    name,
    appUrl: localDatabase(server, name).appUrl,
    superuserUrl: server.url(name),
  })
  async function copy(from: string, name: string): Promise<BenchDatabase> {
    await admin.query(`create database ${name} template ${from} strategy file_copy`)
    return known(name)
  }
  const drop = async ({ name }: BenchDatabase) => {
    await admin.query(`drop database ${name} with (force)`)
  }
  return {
    port: server.port,
    async prepare(name, fill) {
      const database = await copy(migrated, name)
      await asSuperuser(database, async (client) => {
        await fill(client)
        await client.query('vacuum analyze')
      })
      return database
    },
    async onCopyOf(prepared, work) {
      const fresh = await copy(prepared.name, `${prepared.name}_${++copies}`)
      try {
        // What a run before has left to be written would fall on this one.
        await admin.query('checkpoint')
        return await work(fresh)
      } finally {
        await drop(fresh)
      }
    },
    drop,
    async empty(name) {
      await admin.query(`create database ${name}`)
      return known(name)
    },
    async stop() {
      await admin.end()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function asSuperuser<T>(
  { superuserUrl }: BenchDatabase,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
