import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const scss = readFileSync(join(import.meta.dirname, 'tokens.scss'), 'utf8')
const [light = '', dark = ''] = scss.split('@media (prefers-color-scheme: dark)')

/** Text on ground, as the kit uses them. */
const pairs = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'sunk'],
  ['ink', 'brand-soft'],
  ['ink', 'due-soft'],
  ['ink', 'bad-soft'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'card'],
  ['ink-soft', 'sunk'],
  ['ink-soft', 'brand-soft'],
  ['ink-soft', 'bad-soft'],
  ['on-brand', 'brand'],
  ['brand', 'card'],
  ['brand', 'paper'],
  ['brand', 'brand-soft'],
  ['brand', 'bad-soft'],
  ['due', 'card'],
  ['due', 'due-soft'],
  ['good', 'card'],
  ['good', 'good-soft'],
  ['bad', 'card'],
  ['bad', 'bad-soft'],
  ['paper', 'ink'],
] as const

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s mode', (_, block) => {
  test.each(pairs)('%s can be read on %s (WCAG 2.1 AA: 4.5 to 1)', (text, ground) => {
    expect(contrast(colour(block, text), colour(block, ground))).toBeGreaterThanOrEqual(4.5)
  })

  test('the edge of a field can be seen (WCAG 2.1: 3 to 1)', () => {
    expect(contrast(colour(block, 'edge'), colour(block, 'card'))).toBeGreaterThanOrEqual(3)
  })
})

describe('in elder mode', () => {
  test.each([
    ['page-large', 18],
    ['page-huge', 30],
  ])('%s: text is at least %i px, targets at least 60 px, lines at least 1.3 apart', (name, textPx) => {
    const block = new RegExp(`\\.${name} \\{([^}]*)\\}`).exec(scss)?.[1] ?? ''
    const number = (variable: string, otherwise: string) =>
      Number.parseFloat(new RegExp(`--${variable}: ([\\d.]+)`).exec(block)?.[1] ?? otherwise)
    expect(17 * number('scale', '1')).toBeGreaterThanOrEqual(textPx)
    expect(15 * number('scale', '1')).toBeGreaterThanOrEqual(18)
    expect(number('target', '0')).toBeGreaterThanOrEqual(60)
    expect(number('leading', '1.55')).toBeGreaterThanOrEqual(1.3)
  })
})

function colour(block: string, name: string): number[] {
  const [, hex] = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(block) ?? []
  if (!hex) throw new Error(`--${name} is not a plain colour`)
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

/** WCAG 2.1, relative luminance. */
function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: number[], other: number[]): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}
