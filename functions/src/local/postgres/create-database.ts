import pg from 'pg'
import { migrate } from '../../platform/migrate.ts'
import type { PostgresServer } from './server.ts'

export interface LocalDatabase {
  /** Signs in as the application: owns nothing, sees only the rows of its transaction's community. */
  readonly appUrl: string
  /** Signs in as the owner of the schema; still behind row-level security. */
  readonly ownerUrl: string
}

/** Makes the two roles and a database of the given name where they are missing, and brings its schema up to date. */
export async function createDatabase(server: PostgresServer, name: string): Promise<LocalDatabase> {
  const superuser = new pg.Client({ connectionString: server.url('postgres') })
  await superuser.connect()
  try {
    await superuser.query(`
      do $$ begin
        if to_regrole('anjiao_owner') is null then create role anjiao_owner login; end if;
        if to_regrole('anjiao_app') is null then create role anjiao_app login; end if;
      end $$`)
    const { rowCount } = await superuser.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await superuser.query(`create database "${name}" owner anjiao_owner`)
  } finally {
    await superuser.end()
  }
  const database = localDatabase(server, name)
  await migrate(database.ownerUrl)
  return database
}

export const localDatabase = (server: PostgresServer, name: string): LocalDatabase => ({
  appUrl: `postgres://anjiao_app@127.0.0.1:${server.port}/${name}`,
  ownerUrl: `postgres://anjiao_owner@127.0.0.1:${server.port}/${name}`,
})
