import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = import.meta.dirname
const files = globSync('**/*.{ts,tsx}', { cwd: src }).filter((file) => !/\.(test|d)\.tsx?$/.test(file))
const read = (file: string) => readFileSync(join(src, file), 'utf8')

/** Rooms from the cellar up: each may use those below it, and `routes` from the features on. */
const floors = ['ui', 'platform', 'address', 'routes', 'features', 'pages', 'packages', 'app']
const roomOf = (file: string) => file.split('/')[0]?.replace(/(\.config)?\.tsx?$/, '') ?? ''

const imports = files.flatMap((file) =>
  [...read(file).matchAll(/from '([^']+)'/g)].map(([, to = '']) => ({ file, to })),
)

test('every file stands in a room that has its floor', () => {
  expect(files.filter((file) => !floors.includes(roomOf(file)))).toEqual([])
})

test('nobody imports from a floor above, nor one page from another', () => {
  const trespass = imports.filter(({ file, to }) => {
    if (!to.startsWith('.')) return false
    const target = relative(src, resolve(src, dirname(file), to))
    const [from, room] = [roomOf(file), roomOf(target)]
    if (from === room && (from === 'pages' || from === 'packages')) {
      return dirname(target) !== dirname(file) && !target.includes('/shared/')
    }
    return floors.indexOf(room) > floors.indexOf(from)
  })
  expect(trespass).toEqual([])
})

test('of our own packages only shared is used, and of its contract only the types', () => {
  const foreign = imports.filter(({ to }) => /^@anjiao\/(?!shared\/)/.test(to) || /functions\//.test(to))
  expect(foreign).toEqual([])
  const values = files.filter((file) =>
    /^import (?!type )[^';]*?from '@anjiao\/shared\/(contract|ids)/m.test(read(file)),
  )
  expect(values).toEqual([])
})

test('only routes.ts and routes/, and tests, know where a page is', () => {
  const others = files.filter(
    (file) =>
      roomOf(file) !== 'routes' &&
      !file.includes('/testing/') &&
      /['"`]\/?(pages|packages)\/\w/.test(read(file)),
  )
  expect(others).toEqual([])
})

test('what pages look alike by is named in one sheet: in a browser all of them lie on the same page', () => {
  const named = globSync('{features,packages,pages}/**/*.scss', { cwd: src }).flatMap((sheet) =>
    [...read(sheet).matchAll(/^\.([\w-]+) \{/gm)].map(([, name = '']) => ({ name, sheet })),
  )
  const elsewhere = ({ name, sheet }: (typeof named)[number]) =>
    named.some((other) => other.name === name && other.sheet !== sheet)
  expect(named.filter(elsewhere)).toEqual([])
})

test('files stay small', () => {
  expect(files.filter((file) => read(file).split('\n').length > 300)).toEqual([])
})
