/** `npm run types:database`: writes platform/database-types.ts from a freshly migrated database. `--check` only compares. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createDatabase } from '../postgres/create-database.ts'
import { startPostgres } from '../postgres/server.ts'

const path = join(import.meta.dirname, '../../platform/database-types.ts')

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  /** The table whose id this column holds, if it holds one. */
  readonly holds: string | null
}

interface Enumeration {
  readonly name: string
  readonly labels: string[]
}

async function describe(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const enumerations = await client.query<Enumeration>(`
    select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
      from pg_type t join pg_enum e on e.enumtypid = t.oid
     where t.typnamespace = 'public'::regnamespace group by t.typname order by t.typname`)
  const columns = await client.query<Column>(`
    select c.relname as "table", a.attname as name, t.typname as type, not a.attnotnull as nullable,
           case when a.attname = 'id' then c.relname else (
             select f.confrelid::regclass::text from pg_constraint f
              where f.conrelid = c.oid and f.contype = 'f' and f.conkey[cardinality(f.conkey)] = a.attnum
              order by cardinality(f.conkey) limit 1) end as holds
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
     order by c.relname, a.attnum`)
  await client.end()
  return render(enumerations.rows, columns.rows)
}

function render(enumerations: Enumeration[], columns: Column[]): string {
  const ids = new Set<string>()
  const unions = enumerations.map(
    ({ name, labels }) =>
      `export type ${pascal(name)} = ${labels.map((label) => `'${label}'`).join(' | ')}\n`,
  )
  const tables = Map.groupBy(columns, (column) => column.table)
  const rows = [...tables].map(([table, its]) => {
    const fields = its.map((column) => {
      const type = typeOf(column, new Set(enumerations.map(({ name }) => name)))
      if (/^[A-Z]\w+Id$/.test(type)) ids.add(type)
      return `  ${camel(column.name)}: ${type}${column.nullable ? ' | null' : ''}\n`
    })
    return `export interface ${pascal(table)}Row {\n${fields.join('')}}\n`
  })
  return [
    '// Written by npm run types:database from the live schema. Not edited by hand.\n',
    "import type { BusinessDate } from '@anjiao/shared/calendar'",
    `import type { ${[...ids].sort().join(', ')} } from '@anjiao/shared/ids'`,
    "import type { Fen } from '@anjiao/shared/money'\n",
    ...unions,
    ...rows,
  ].join('\n')
}

const basic: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  date: 'BusinessDate',
  timestamptz: 'Date',
  jsonb: 'unknown',
  bytea: 'Buffer',
}

function typeOf(column: Column, enumerations: ReadonlySet<string>): string {
  const type = column.type.replace(/^_/, '')
  const many = column.type.startsWith('_') ? '[]' : ''
  if (enumerations.has(type)) return `${pascal(type)}${many}`
  if (type.startsWith('int') && column.holds && !noBrand.has(column.holds))
    return `${pascal(column.holds)}Id${many}`
  if (column.name.endsWith('_fen')) return `Fen${many}`
  const known = basic[type]
  if (!known) throw new Error(`no TypeScript type for ${column.table}.${column.name} (${column.type})`)
  return known + many
}

/** Tables whose ids are never passed around. */
const noBrand = new Set(['job_outbox', 'audit_log', 'debit_line'])

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(`_${name}`)

const folder = await mkdtemp(join(tmpdir(), 'anjiao-types-'))
const server = await startPostgres({ folder, durable: false })
try {
  const { ownerUrl } = await createDatabase(server, 'types')
  const text = await describe(ownerUrl)
  if (!process.argv.includes('--check')) await writeFile(path, text)
  else if ((await readFile(path, 'utf8')) !== text) {
    console.error('platform/database-types.ts is not current: run npm run types:database')
    process.exitCode = 1
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
