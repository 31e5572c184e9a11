import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'

const { superuserUrl } = await testWorld()
const catalogue = new pg.Client({ connectionString: superuserUrl })
await catalogue.connect()
catalogue.on('error', () => {})
afterAll(() => catalogue.end())

async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await catalogue.query<Row>(sql, values)).rows
}

const app = 'anjiao_app'

/** Tables without a community, each with the reason why its rows need no wall. A new one is added here or gets a wall. */
const shared: Readonly<Record<string, string>> = {
  company: 'a name and a number to call, for everybody to read',
  merchant: 'belongs to a company, which may run several communities',
  community: 'is the wall itself: names that anybody may apply to',
  loan_prime_rate: 'published by the central bank',
  person: 'one human being in many communities; found by id or by a proven phone only',
  wechat_account: 'read before anybody is known, by an id that only WeChat tells',
  wechat_account_gone: 'of a WeChat user, as WeChat tells of them',
  session: 'read before anybody is known, by an unguessable token',
  refresh_token: 'read before anybody is known, by an unguessable token',
  device_grant: 'of a browser that nobody has signed in on yet',
  device_code_lookup: 'counts guesses of a person',
  idempotent_reply: 'of a person, whose id leads its key',
  quarantined_notice: 'notices that belong to no community that we know of',
  job_outbox: 'work of the system, drained for all communities together',
  bill: 'of a merchant, whose account serves several communities',
  fund_flow: 'of a merchant, whose account serves several communities',
  bill_stray: 'lines of a bill that belong to no community of ours',
  channel_pause: 'of a mini-program or SMS account, which serves several communities',
  trade_management: 'of a mini-program, which serves several communities',
  send_quota: 'of a mini-program, which serves several communities',
  wechat_template: 'of a mini-program, as WeChat lists it',
  wechat_event: 'told by WeChat before we know whom it is about',
  subscription_answer: 'of a WeChat user, who gives it to a mini-program',
  subscription_credit: 'of a WeChat user, who gives it to a mini-program',
  schema_migration: 'which files ran; the application cannot even read it',
}

interface Table {
  readonly name: string
  readonly walled: boolean
  readonly forced: boolean
  readonly owned: boolean
}

const tables = await ask<Table>(`
  select c.relname as name, c.relrowsecurity as walled, c.relforcerowsecurity as forced,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id') as owned
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`)

describe('every table', () => {
  const owned = tables.filter((table) => table.owned)

  it.each(owned)(
    'of a community has its wall, also against its owner: $name',
    async ({ name, walled, forced }) => {
      expect({ walled, forced }).toEqual({ walled: true, forced: true })
      const policies = await ask<{ command: string; roles: string; visible: string; permissive: string }>(
        `select cmd as command, roles::text, qual as visible, permissive from pg_policies
        where schemaname = 'public' and tablename = $1 and policyname = 'community_rows'`,
        [name],
      )
      expect(policies).toEqual([
        {
          command: 'ALL',
          roles: '{public}',
          permissive: 'PERMISSIVE',
          visible: '(community_id = ( SELECT current_community() AS current_community))',
        },
      ])
    },
  )

  it('of a community names it first in its key', async () => {
    const keys = await ask<{ name: string }>(`
      select c.relname as name from pg_class c
        join pg_index i on i.indrelid = c.oid and i.indisprimary
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where c.relnamespace = 'public'::regnamespace and a.attname = 'community_id'`)
    expect(keys.map(({ name }) => name).sort()).toEqual(owned.map(({ name }) => name).sort())
  })

  it('without a community stands in the list, with a reason', () => {
    const without = tables.filter((table) => !table.owned).map(({ name }) => name)
    expect(without.sort()).toEqual(Object.keys(shared).sort())
  })

  it('shows nothing of a community to a transaction that names neither community, person nor phone', async () => {
    for (const { name } of owned) {
      const policies = await ask<{ visible: string | null; checked: string | null }>(
        `select qual as visible, with_check as checked from pg_policies where tablename = $1`,
        [name],
      )
      for (const { visible, checked } of policies)
        expect(visible ?? checked).toMatch(/current_community|current_person|current_phone|awaits_/)
    }
  })

  it('lets rows be written outside their community only for what a proven phone brings', async () => {
    const others = await ask<{ at: string }>(`
      select tablename || ' ' || policyname || ' ' || lower(cmd) as at from pg_policies
       where schemaname = 'public' and policyname <> 'community_rows' and cmd <> 'SELECT' order by 1`)
    expect(others.map(({ at }) => at)).toEqual([
      'membership dropped_by_phone delete',
      'membership proven_owner insert',
      'membership taken_by_phone update',
      'staff taken_by_phone update',
    ])
  })
})

it('a view reads as whoever asks it, so that the walls of its tables hold', async () => {
  const views = await ask<{ name: string; options: string[] | null }>(`
    select relname as name, reloptions as options from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('v', 'm') order by relname`)
  expect(views.map(({ name }) => name)).toEqual(expect.arrayContaining(['home_name', 'receipt_standing']))
  for (const { name, options } of views) expect(options, name).toEqual(['security_invoker=true'])
})

describe('the application', () => {
  it('has no rights above its grants: no superuser, no way past a wall, no role of others', async () => {
    expect(
      await ask(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
                (select count(*)::integer from pg_auth_members where member = pg_roles.oid) as roles
           from pg_roles where rolname = $1`,
        [app],
      ),
    ).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        roles: 0,
      },
    ])
  })

  it('owns nothing, and can make nothing', async () => {
    expect(
      await ask(
        `select classid::regclass::text as kind, objid from pg_shdepend
          where refclassid = 'pg_authid'::regclass and refobjid = $1::regrole and deptype = 'o'
            and dbid in (0, (select oid from pg_database where datname = current_database()))`,
        [app],
      ),
    ).toEqual([])
    expect(
      await ask(
        `select has_schema_privilege($1, 'public', 'create') as schema,
                has_database_privilege($1, current_database(), 'create') as database`,
        [app],
      ),
    ).toEqual([{ schema: false, database: false }])
  })

  it.each([
    'entry',
    'posting',
    'audit_log',
    'domain_event',
    'relief_event',
    'notice_wording',
    'subscription_answer',
    'delivery_evidence',
  ])('adds to %s and changes nothing there', async (table) => {
    const rights = await ask<{ right: string; held: boolean }>(
      `select lower(r) as right, has_table_privilege($1, $2, r) or (r in ('INSERT', 'UPDATE') and has_any_column_privilege($1, $2, r)) as held
         from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) r`,
      [app, table],
    )
    expect(rights.filter(({ held }) => held).map(({ right }) => right)).toEqual(['select', 'insert'])
  })

  it('truncates no table, puts no trigger on any, and cannot read which migrations ran', async () => {
    for (const { name } of tables) {
      expect(
        await ask(
          `select has_table_privilege($1, $2, 'truncate') or has_table_privilege($1, $2, 'trigger') as held`,
          [app, name],
        ),
      ).toEqual([{ held: false }])
    }
    expect(await ask(`select has_table_privilege($1, 'schema_migration', 'select') as held`, [app])).toEqual([
      { held: false },
    ])
  })

  it('moves what the ledger projects through the ledger alone', async () => {
    const projections = await ask<{ held: boolean }>(
      `select has_column_privilege($1, t, c, 'update') as held
         from (values ('charge', 'settled_fen'), ('charge', 'amount_fen'), ('household', 'advance_fen')) as p (t, c)`,
      [app],
    )
    expect(projections.map(({ held }) => held)).toEqual([false, false, false])
  })

  it('borrows the owner’s rights in one function only, whose search path is fixed', async () => {
    const borrowed = await ask<{ name: string; settings: string[] }>(`
      select p.proname as name, p.proconfig as settings from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prosecdef`)
    expect(borrowed).toEqual([{ name: 'keep_books', settings: ['search_path=public, pg_temp'] }])
  })
})
