import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { describe, expect, test } from 'vitest'

const dist = join(import.meta.dirname, '../dist')
const read = (file: string) => readFileSync(join(dist, file), 'utf8')
const scripts = globSync('{weapp,h5}/**/*.js', { cwd: dist }).sort()

/** Functions that Babel leaves as they are, and older phones do not have. */
const tooNew =
  /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|hasOwn|groupBy|withResolvers|at)\(|structuredClone\(/g

/** WeChat allows 2 MB; ours opens quickly on an old phone. */
const mainPackageBytesMax = 1024 * 1024

test('both builds are there to be looked at', () => {
  expect(scripts.filter((file) => file.startsWith('weapp/')).length).toBeGreaterThan(5)
  expect(scripts.filter((file) => file.startsWith('h5/')).length).toBeGreaterThan(2)
})

describe.each(scripts)('%s', (file) => {
  test('is written in the JavaScript that old phones know (ES2019)', () => {
    expect(() => parse(read(file), { ecmaVersion: 2019, sourceType: 'script' })).not.toThrow()
  })

  test('calls nothing that came after the phones it must run on (iOS 13.4, Chrome 85)', () => {
    expect(read(file).match(tooNew) ?? []).toEqual([])
  })

  test('asks for no process and carries no schema', () => {
    expect(read(file)).not.toMatch(/\bprocess\.env\b/)
    expect(read(file)).not.toMatch(/TypeBoxError|typebox/i)
  })
})

test('the main package stays under 1 MiB', () => {
  const subpackages: { root: string }[] = JSON.parse(read('weapp/app.json')).subPackages ?? []
  const main = globSync('weapp/**/*', { cwd: dist })
    .filter((file) => !subpackages.some(({ root }) => file.startsWith(`weapp/${root}`)))
    .map((file) => statSync(join(dist, file)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0)
  expect(main).toBeLessThan(mainPackageBytesMax)
})

test('every page of app.json was built', () => {
  const { pages, subPackages = [] } = JSON.parse(read('weapp/app.json'))
  const all = [
    ...pages,
    ...subPackages.flatMap(({ root, pages }: { root: string; pages: string[] }) =>
      pages.map((page) => join(root, page)),
    ),
  ]
  expect(all.filter((page) => globSync(`weapp/${page}.{js,wxml}`, { cwd: dist }).length !== 2)).toEqual([])
})
