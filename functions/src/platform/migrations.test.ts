import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'

const folder = join(import.meta.dirname, '../../migrations')
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort()
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')

const server = `127.0.0.1:${inject('postgresPort')}`

/** A database of this name, empty, of the owner of the schema, who is no superuser; and the superuser in it. */
async function emptyDatabase(name: string) {
  const connected: pg.Client[] = []
  const connect = async (role: string, database: string) => {
    const client = new pg.Client({ connectionString: `postgres://${role}@${server}/${database}` })
    await client.connect()
    connected.push(client)
    return client
  }
  const admin = await connect('postgres', 'postgres')
  await admin.query(`create database ${name} owner anjiao_owner`)
  const [owner, superuser] = [await connect('anjiao_owner', name), await connect('postgres', name)]
  afterAll(async () => {
    await Promise.all([owner, superuser].map((client) => client.end()))
    await admin.query(`drop database ${name}`)
    await admin.end()
  })
  return { owner, superuser }
}

describe('run by their owner, who is no superuser, migrations change what is behind walls', async () => {
  const { owner, superuser } = await emptyDatabase(`migrated_${process.pid}`)
  const run = async (from: string, before: string) => {
    for (const file of files.filter((each) => each >= from && each < before)) {
      await owner.query('begin')
      await owner.query(textOf(file))
      await owner.query('commit')
    }
  }
  /** Rows alone, without those that they belong to. */
  const plant = async (sql: string) => {
    await superuser.query(`set session_replication_role = replica; ${sql}; reset session_replication_role`)
  }
  await run('0000', '0022')
  await plant(`
    insert into plan_charge (community_id, plan_id, charge_id, amount_fen, waived)
    values (1, 5, 11, 100, false), (1, 5, 12, 100, true), (2, 5, 12, 100, false);
    insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date)
    values (1, 7, 11, 'plan', 5, true, '2026-11-01'), (1, 7, 12, 'plan', 5, true, '2026-11-01'),
           (1, 7, 12, 'relief', 5, true, '2026-11-01'), (2, 7, 12, 'plan', 5, true, '2026-11-01')`)
  await run('0022', '0040')
  await plant(`
    insert into campaign (community_id, name, segment, channels, starts_at, hold_out_percent, made_by, made_at)
    values (1, '马上', '{}', '{sms}', '2026-11-01', 0, 1, '2026-11-01'), (2, '以后', '{}', '{sms}', '2026-12-01', 0, 1, '2026-11-01');
    insert into contact_wish (community_id, household_id, changed_at, changed_by)
    values (1, 7, '2026-11-01', 'person:9'), (2, 7, '2026-11-01', 'staff:8');
    insert into reminder_rule (community_id, rule, is_on, channels, hour, since, changed_by)
    values (1, 'due_today', true, '{sms}', 8, '2026-11-01', 'staff:8'), (2, 'due_today', true, '{sms}', 10, '2026-11-01', 'staff:8')`)
  await run('0040', '9999')

  const found = async (sql: string) => (await superuser.query({ text: sql, rowMode: 'array' })).rows

  it('a late fee that goes when its plan is kept is let go meanwhile', async () => {
    expect(
      await found('select community_id, charge_id, matter, waives from charge_hold order by id'),
    ).toEqual([
      [1, '11', 'plan', false],
      [1, '12', 'plan', true],
      [1, '12', 'relief', false],
      [2, '12', 'plan', false],
    ])
  })

  it('a campaign that begins at once has no time of its own', async () => {
    expect(await found('select name, starts_at is null from campaign order by community_id')).toEqual([
      ['马上', true],
      ['以后', false],
    ])
  })

  it('whoever has said how a home wishes to be reached is known', async () => {
    expect(await found('select wished_by from contact_wish order by community_id')).toEqual([
      ['person:9'],
      [null],
    ])
  })

  it('rules speak in the usual hours', async () => {
    expect(await found('select hour from reminder_rule order by community_id')).toEqual([[9], [10]])
  })

  it('leave every wall standing', async () => {
    expect(
      await found(
        `select relname from pg_class where relrowsecurity and not relforcerowsecurity and relkind in ('r', 'p')`,
      ),
    ).toEqual([])
  })
})

/** A file as the statements that it runs itself: without comments, texts, and what stands in functions. */
function ownStatements(sql: string): string[] {
  return sql
    .replace(
      /--.*|'(?:[^']|'')*'|\$(\w*)\$([\s\S]*?)\$\1\$/g,
      (_all, _tag, body: string | undefined, at: number) =>
        /\bdo\s*$/i.test(sql.slice(0, at)) && body !== undefined ? body.replaceAll(';', ' ') : '',
    )
    .replace(/\bbegin atomic\b[\s\S]*?^end;/gim, ';')
    .split(';')
    .map((statement) => statement.trim())
}

/** Tables that a file reads or writes while their wall hides all rows from it, and those whose wall it leaves open. */
function behindWalls(sql: string, walled: ReadonlySet<string>): string[] {
  const [open, hidden] = [new Set<string>(), new Set<string>()]
  for (const statement of ownStatements(sql)) {
    const [, table = '', lifts] =
      /^alter table (?:only )?(\w+) (no )?force row level security$/i.exec(statement) ?? []
    if (lifts) open.add(table)
    else open.delete(table)
    if (!/^(?:insert|update|delete|merge|with|select|do)\b/i.test(statement)) continue
    for (const [, named = ''] of statement.matchAll(/\b(?:from|join|into|update|using|only)\s+(\w+)/gi))
      if (walled.has(named) && !open.has(named)) hidden.add(named)
  }
  return [...hidden, ...open]
}

describe('a migration that changes rows of communities', async () => {
  const { superuserUrl } = await testWorld()
  const catalogue = new pg.Client({ connectionString: superuserUrl })
  await catalogue.connect()
  afterAll(() => catalogue.end())
  const { rows } = await catalogue.query<{ name: string }>(
    `select relname as name from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace`,
  )
  const walled = new Set(rows.map(({ name }) => name))

  // Before it was known, 0022, 0040 and 0041 did not; 0049 did it over.
  it.each(files.filter((file) => file >= '0042'))(
    'lifts their walls for it, and puts them back: %s',
    (file) => {
      expect(behindWalls(textOf(file), walled)).toEqual([])
    },
  )

  it.each([
    ['update campaign set name = name;', ['campaign']],
    ['insert into letter select from delivery;', ['letter', 'delivery']],
    [`delete from plan where reason = 'a; b';`, ['plan']],
    ['with old as (select from notice) update company set name = name;', ['notice']],
    ['do $$ begin update plan set reason = reason; end $$;', ['plan']],
    ['alter table plan no force row level security; update plan set reason = reason;', ['plan']],
    [
      'alter table plan no force row level security; update plan p set reason = g.x from plan_charge g; alter table plan force row level security;',
      ['plan_charge'],
    ],
    [
      'alter table plan no force row level security; update plan set reason = reason; alter table plan force row level security;',
      [],
    ],
    ['update company set name = name;', []],
    [
      '-- update plan\ncreate function f() returns void language sql as $$ update plan set reason = reason; $$;',
      [],
    ],
    [
      'create function f() returns void language sql\nbegin atomic\n  update plan set reason = reason;\nend;',
      [],
    ],
    ['grant select, update on plan to anjiao_app;', []],
  ])('is told by what it runs itself: %s', (sql, tables) => {
    expect(behindWalls(sql, walled)).toEqual(tables)
  })
})
