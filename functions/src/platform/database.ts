import { createHash } from 'node:crypto'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import pg from 'pg'
import { readColumn, toCamelCase } from './database-columns.ts'

/** For whom a transaction acts: row-level security shows it the rows of this community, person or phone, and no others. */
export interface Scope {
  readonly community?: CommunityId
  readonly person?: PersonId
  readonly phone?: string
}

/** One database transaction. Queries are templates: `${…}` becomes a parameter, never SQL. Column names come out in camelCase. */
export interface Tx {
  rows<Row>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>
  /** The only row; throws when there is none or there are several. */
  one<Row>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row>
  maybe<Row>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row | undefined>
  /** Runs a statement and answers how many rows it touched. */
  run(text: TemplateStringsArray, ...values: unknown[]): Promise<number>
  /** Runs what a library brings as text. Our own statements are templates. */
  execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

export interface Database {
  /**
   * Runs `work` in one transaction and commits it. A deadlock or serialization failure runs it again from the start,
   * three times at most; so `work` must touch nothing but the transaction.
   */
  readonly transaction: <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  /** Connections this instance may hold. A cloud function serves one request at a time: 1 or 2. */
  readonly connections: number
  /** Off behind a pooler that cannot keep prepared statements (PgBouncer before 1.21 in transaction mode). */
  readonly preparedStatements?: boolean
}

const attemptsMax = 3
const retryable = new Set(['40001', '40P01'])

export function openDatabase({ url, connections, preparedStatements = true }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser: readColumn },
  })
  // A connection that breaks fails the query that is using it, and is replaced; without listeners it would also end
  // the process, idle or not.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  async function attempt<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query(`begin; ${settings(client, scope)}`)
      const result = await work(transactionOn(client, preparedStatements))
      // PostgreSQL answers the commit of a failed transaction with a rollback, and no error.
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    async transaction(scope, work) {
      for (let made = 1; ; made++) {
        try {
          return await attempt(scope, work)
        } catch (error) {
          if (
            made === attemptsMax ||
            !(error instanceof pg.DatabaseError && retryable.has(error.code ?? ''))
          ) {
            throw error
          }
        }
      }
    },
    close: () => pool.end(),
  }
}

/** Which constraint of the database a failure is about, if it is about one. */
export const brokenConstraint = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.constraint : undefined

/** Whether the database could not be reached or went away, so that trying again later may help. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|57P0)/.test(code) ||
    /Connection terminated|connection timeout|timeout exceeded when trying to connect/i.test(error.message)
  )
}

function settings(client: pg.PoolClient, scope: Scope): string {
  const setting = (name: string, value: string | number | undefined) =>
    `set_config('${name}', ${client.escapeLiteral(String(value ?? ''))}, true)`
  return `select ${setting('app.community', scope.community)}, ${setting('app.person', scope.person)}, ${setting('app.phone', scope.phone)}`
}

interface Statement {
  readonly name: string
  readonly text: string
}

const statements = new WeakMap<TemplateStringsArray, Statement>()

/** A template is one statement, prepared once per connection. It is named by its text, so that any two processes agree. */
function statementOf(strings: TemplateStringsArray): Statement {
  let statement = statements.get(strings)
  if (!statement) {
    const text = strings.reduce((sql, part, at) => `${sql}$${at}${part}`)
    statement = { name: createHash('sha1').update(text).digest('base64url'), text }
    statements.set(strings, statement)
  }
  return statement
}

export function transactionOn(client: pg.ClientBase, preparedStatements: boolean): Tx {
  async function query(strings: TemplateStringsArray, values: unknown[]) {
    const { name, text } = statementOf(strings)
    return client.query({ text, values, rowMode: 'array', ...(preparedStatements && { name }) })
  }
  async function rows<Row>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> {
    const result = await query(strings, values)
    const names = result.fields.map((field) => toCamelCase(field.name))
    return result.rows.map((cells: unknown[]) => {
      const row: Record<string, unknown> = {}
      for (const [at, name] of names.entries()) row[name] = cells[at]
      return row as Row
    })
  }
  return {
    rows,
    async one<Row>(strings: TemplateStringsArray, ...values: unknown[]) {
      const found = await rows<Row>(strings, ...values)
      const [row] = found
      if (row === undefined || found.length > 1)
        throw new Error(`expected one row, got ${found.length}: ${strings[0]}`)
      return row
    },
    async maybe<Row>(strings: TemplateStringsArray, ...values: unknown[]) {
      const found = await rows<Row>(strings, ...values)
      if (found.length > 1) throw new Error(`expected at most one row, got ${found.length}: ${strings[0]}`)
      return found[0]
    },
    async run(strings, ...values) {
      return (await query(strings, values)).rowCount ?? 0
    },
    execute: (text, values) => client.query(text, values),
  }
}
