import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deployedFunctions } from './functions.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const rowOf = (name: string) => readme.split('\n').find((line) => line.trim().startsWith(`| \`${name}\` `))

/** How the table says how often: a group of tasks ends with it. */
const often = {
  1: 'every minute',
  10: 'every ten minutes',
  30: 'every half hour',
  60: 'every hour',
  1440: 'every night',
} as const

it.each(Object.entries(deployedFunctions))(
  'the table of functions says who calls %s, and how often',
  (name, { routes = [], timers = [] }) => {
    const row = rowOf(name)
    for (const route of routes) expect(row).toContain(`\`${route}\``)
    for (const { everyMinutes, input } of timers) {
      const word = Object.entries(often).find(([minutes]) => Number(minutes) === everyMinutes)?.[1]
      const from = input ? (row?.indexOf(`\`{"task": "${input.task}"}\``) ?? -1) : 0
      expect(from, input?.task).toBeGreaterThanOrEqual(0)
      expect(row?.slice(from).match(/every (half )?[a-z]+( minutes)?/)?.[0]).toBe(word)
    }
  },
)
