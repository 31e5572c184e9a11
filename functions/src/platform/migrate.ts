import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { installJobQueue } from './job-queue.ts'

const folder = join(import.meta.dirname, '../../migrations')

/** Any number, the same for every migrator: they queue behind it. */
const lockNumber = 20261123

/**
 * Brings a database to the newest schema, the job queue's own included, and answers the names of the files it ran. Forward only, each file in its own
 * transaction. Throws when a file that has run was edited since: history is added to, never rewritten.
 * `url` signs in as the owner of the schema.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query(`create table if not exists schema_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from schema_migration',
    )
    const applied = new Map(rows.map((row) => [row.name, row.sha256]))
    const ran: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const before = applied.get(name)
      if (before === sha256) continue
      if (before !== undefined)
        throw new Error(`migration ${name} was edited after it ran; add a new file instead`)
      await run(client, name, text, sha256)
      ran.push(name)
    }
    await installJobQueue(url)
    return ran
  } finally {
    await client.end()
  }
}

async function run(client: pg.Client, name: string, text: string, sha256: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed`, { cause: error })
  }
}
