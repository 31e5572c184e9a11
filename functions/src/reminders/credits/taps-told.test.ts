import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameTapMs, type Tellings, tapsTold, toldTwice } from './taps-told.ts'

const minutes = (...all: number[]) => all.map((minute) => minute * 60_000)

/** The most pairs there can be, by trying out who could give way (augmenting paths): slow, and of another make. */
function mostPairs({ phone, wechat }: Tellings): number {
  const partner = new Map<number, number>()
  const finds = (mine: number, tried: Set<number>): boolean =>
    wechat.some((theirs, at) => {
      if (tried.has(at) || Math.abs(theirs - (phone[mine] ?? 0)) > sameTapMs) return false
      tried.add(at)
      const other = partner.get(at)
      if (other !== undefined && !finds(other, tried)) return false
      partner.set(at, mine)
      return true
    })
  return phone.filter((_, mine) => finds(mine, new Set())).length
}

describe('taps that are told', () => {
  it.each([
    ['by the phone alone', [0, 1, 2], [], 3],
    ['by WeChat alone', [], [0, 1], 2],
    ['by both', [0], [0], 1],
    ['by both, ten minutes apart', [0], [10], 1],
    ['by both, but too far apart to be one', [0], [11], 2],
    ['twice by WeChat and once by the phone', [5], [0, 6], 2],
    ['so that the nearest must give way', [-3, 16], [7, 14], 2],
  ])('%s', (_, phone, wechat, taps) => {
    expect(tapsTold({ phone: minutes(...phone), wechat: minutes(...wechat) })).toBe(taps)
  })

  const instants = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })

  it('are paired as often as can be, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(instants, instants, (phone, wechat) => {
        const told = { phone: minutes(...phone), wechat: minutes(...wechat) }
        expect(toldTwice(told)).toBe(mostPairs(told))
      }),
      { numRuns: 2_000 },
    )
  })

  it('become at most one more with every telling, and never fewer', () => {
    fc.assert(
      fc.property(instants, instants, fc.integer({ min: 0, max: 60 }), (phone, wechat, one) => {
        const before = { phone: minutes(...phone), wechat: minutes(...wechat) }
        const after = { ...before, wechat: [...before.wechat, one * 60_000] }
        expect([0, 1]).toContain(tapsTold(after) - tapsTold(before))
      }),
    )
  })
})
