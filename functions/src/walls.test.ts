import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = import.meta.dirname

/** Rooms from the cellar up. A room may use rooms below it, through their front door (index.ts), and no others. */
const floors = [
  ['platform'],
  ['ledger'],
  ['identity'],
  ['community'],
  ['billing'],
  ['payments'],
  ['evidence'],
  ['counter'],
  ['refunds'],
  ['reconciliation'],
  ['proof'],
  ['finance'],
  ['plans', 'relief', 'disputes'],
  ['standing', 'suspense'],
  ['reminders'],
  ['debit'],
  ['setoff', 'statements'],
  ['requests'],
  ['handlers'],
  ['local'],
]
const floorOf = (room: string | undefined) => floors.findIndex((rooms) => rooms.includes(room ?? ''))

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.ts$/.test(file),
)
const rooms = sources.filter((file) => file.includes('/') && !file.includes('/testing/'))

const imports = rooms.flatMap((file) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((found) => ({
    file,
    from: file.split('/')[0],
    to: relative(src, resolve(src, dirname(file), found[1] ?? '')).split('/'),
  })),
)

test('every room has a floor', () => {
  expect(imports.filter(({ from }) => floorOf(from) < 0)).toEqual([])
})

test('nobody walks up, sideways, or past a front door', () => {
  const trespass = imports.filter(({ from, to: [room, inside] }) => {
    if (from === room) return false
    const frontDoor =
      room === 'platform' || inside === 'index.ts' || (inside === 'routes.ts' && from === 'handlers')
    return floorOf(room) >= floorOf(from) || (!frontDoor && from !== 'local')
  })
  expect(trespass.map(({ file, to }) => `${file} -> ${to.join('/')}`)).toEqual([])
})

test('rules ask neither the clock, nor chance, nor the environment: these come in with the context', () => {
  const edge = /^(platform|local|handlers)\//
  const asks = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b/
  expect(
    rooms.filter((file) => !edge.test(file) && asks.test(readFileSync(join(src, file), 'utf8'))),
  ).toEqual([])
})

test('no rule knows whether it runs on somebody’s own machine: the same amounts go to WeChat everywhere', () => {
  const knows = /\bANJIAO_MODE\b|\bmode === |'production'/
  expect(
    rooms
      .filter((file) => !file.startsWith('local/') && knows.test(readFileSync(join(src, file), 'utf8')))
      .sort(),
  ).toEqual(['handlers/world.ts', 'platform/config.ts'])
})

test('a file that grows past 300 lines is two rooms', () => {
  const lines = (file: string) => readFileSync(join(src, file), 'utf8').split('\n').length
  const generated = new Set(['platform/database-types.ts'])
  expect(sources.filter((file) => !generated.has(file) && lines(file) > 300)).toEqual([])
})
