import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { perSecond } from './clients.ts'
import { connected } from './connected.ts'
import { asSuperuser, type BenchDatabase, type BenchServer } from './server.ts'

/**
 * The transaction of TPC-B, as pgbench plays it: move a sum on an account, its teller and its branch, and write it
 * down. With one branch, pgbench's own default, clients wait for one another; with many they hardly do.
 */
export interface TpcB {
  /** Transactions per second. */
  readonly runs: Readonly<Record<Branches, (clients: number, transactions: number) => Promise<number>>>
  /** How the results call them. */
  readonly words: Readonly<Record<Branches, string>>
}

type Branches = 'oneBranch' | 'manyBranches'

const scales = { oneBranch: 1, manyBranches: 32 } as const satisfies Record<Branches, number>
const accountsPerBranch = 100_000
const tellersPerBranch = 10

/** Makes the tables of pgbench, and plays with pgbench where the machine has it, otherwise over `pg`. */
export async function prepareTpcB(server: BenchServer): Promise<TpcB> {
  const player = (await hasPgbench()) ? 'pgbench' : 'over pg'
  const run = async (scale: number) => {
    const database = await server.empty(`tpc_b_${scale}`)
    await asSuperuser(database, async (client) => {
      await client.query(tables(scale))
      await client.query('vacuum analyze')
    })
    return (clients: number, transactions: number) =>
      player === 'pgbench'
        ? runPgbench(database, server.port, clients, transactions)
        : runOverPg(database, scale, clients, transactions)
  }
  return {
    runs: { oneBranch: await run(scales.oneBranch), manyBranches: await run(scales.manyBranches) },
    words: {
      oneBranch: `TPC-B, scale ${scales.oneBranch}, ${player}`,
      manyBranches: `TPC-B, scale ${scales.manyBranches}, ${player}`,
    },
  }
}

const tables = (scale: number) => `
  create table pgbench_branches (bid integer primary key, bbalance integer, filler char(88)) with (fillfactor = 100);
  create table pgbench_tellers (tid integer primary key, bid integer, tbalance integer, filler char(84)) with (fillfactor = 100);
  create table pgbench_accounts (aid integer primary key, bid integer, abalance integer, filler char(84)) with (fillfactor = 100);
  create table pgbench_history (tid integer, bid integer, aid integer, delta integer, mtime timestamp, filler char(22));
  insert into pgbench_branches (bid, bbalance) select b, 0 from generate_series(1, ${scale}) b;
  insert into pgbench_tellers (tid, bid, tbalance)
  select t, 1 + (t - 1) / ${tellersPerBranch}, 0 from generate_series(1, ${scale * tellersPerBranch}) t;
  insert into pgbench_accounts (aid, bid, abalance, filler)
  select a, 1 + (a - 1) / ${accountsPerBranch}, 0, '' from generate_series(1, ${scale * accountsPerBranch}) a`

const hasPgbench = (): Promise<boolean> =>
  promisify(execFile)('pgbench', ['--version']).then(
    () => true,
    () => false,
  )

async function runPgbench(
  { name }: BenchDatabase,
  port: number,
  clients: number,
  transactions: number,
): Promise<number> {
  const each = String(Math.ceil(transactions / clients))
  const where = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name]
  const how = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(2, clients)), '-t', each]
  const { stdout } = await promisify(execFile)('pgbench', [...how, ...where])
  const [, tps] = /^tps = ([\d.]+)/m.exec(stdout) ?? []
  if (!tps) throw new Error(`pgbench did not say how fast it was:\n${stdout}`)
  return Number(tps)
}

function runOverPg(
  { superuserUrl }: BenchDatabase,
  scale: number,
  clients: number,
  transactions: number,
): Promise<number> {
  const upTo = (count: number) => 1 + Math.floor(Math.random() * count)
  return connected(superuserUrl, clients, (connections) =>
    perSecond(clients, Array(transactions).keys(), async (_, at) => {
      const client = connections[at]
      const aid = upTo(scale * accountsPerBranch)
      const tid = upTo(scale * tellersPerBranch)
      const bid = upTo(scale)
      const delta = upTo(10_001) - 5_001
      await client?.query('begin')
      for (const statement of statements({ aid, tid, bid, delta })) await client?.query(statement)
      await client?.query('commit')
    }),
  )
}

const statements = ({ aid, tid, bid, delta }: Record<'aid' | 'tid' | 'bid' | 'delta', number>) => [
  {
    name: 'account',
    text: 'update pgbench_accounts set abalance = abalance + $1 where aid = $2',
    values: [delta, aid],
  },
  { name: 'read', text: 'select abalance from pgbench_accounts where aid = $1', values: [aid] },
  {
    name: 'teller',
    text: 'update pgbench_tellers set tbalance = tbalance + $1 where tid = $2',
    values: [delta, tid],
  },
  {
    name: 'branch',
    text: 'update pgbench_branches set bbalance = bbalance + $1 where bid = $2',
    values: [delta, bid],
  },
  {
    name: 'history',
    text: 'insert into pgbench_history (tid, bid, aid, delta, mtime) values ($1, $2, $3, $4, current_timestamp)',
    values: [tid, bid, aid, delta],
  },
]
