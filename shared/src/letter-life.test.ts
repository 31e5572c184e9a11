import { describe, expect, it } from 'vitest'
import { afterLetterFate, correctedFrom, type LetterFate, letterFates } from './letter-life.ts'
import { type DeliveryState, deliveryLabel, deliveryProofs, deliveryStates } from './notice-life.ts'

const fates = Object.keys(letterFates) as LetterFate[]
const states = Object.keys(deliveryStates) as DeliveryState[]

describe('what becomes of a printed letter', () => {
  it('is told of a letter that is printed, or on its way, and of no other', () => {
    for (const state of states) {
      const may = fates.filter((fate) => afterLetterFate(state, fate) !== undefined)
      expect(may.length > 0, state).toBe(state === 'sending' || state === 'sent')
    }
  })

  it('posted is not delivered: only what was handed over, or signed for, has arrived', () => {
    expect(fates.filter((fate) => letterFates[fate].to === 'delivered')).toEqual(['handed', 'signed_for'])
    expect(afterLetterFate('sending', 'posted')).toBe('sent')
  })

  it('lets the next channel have its turn where it did not arrive, and nowhere else', () => {
    const next = fates.filter((fate) => deliveryStates[letterFates[fate].to].next)
    expect(next).toEqual(['declined', 'returned'])
  })

  it('is kept as a proof of that name', () => {
    for (const fate of fates) expect(deliveryProofs).toHaveProperty(fate)
  })
})

it('a letter that is printed is not said to be on its way', () => {
  expect(deliveryLabel({ channel: 'letter', state: 'sending' })).toBe('已打印，等着寄出')
  expect(deliveryLabel({ channel: 'sms', state: 'sending' })).toBe('正在发送')
  expect(deliveryLabel({ channel: 'letter', state: 'sent' })).toBe('已发出')
})

describe('a note that was wrong', () => {
  it('gives its place to what really became, and with it whatever that excludes', () => {
    expect(correctedFrom(['posted', 'returned'], 'signed_for')).toBe(1)
    expect(correctedFrom(['posted', 'returned'], 'posted')).toBe(0)
    expect(correctedFrom(['posted', 'returned'], 'withdrawn')).toBe(0)
    expect(correctedFrom(['handed'], 'withdrawn')).toBe(0)
  })

  it('gives it to nothing that could not have been, and where nothing was noted there is nothing to correct', () => {
    expect(correctedFrom(['handed'], 'signed_for')).toBeUndefined()
    for (const fate of fates) expect(correctedFrom([], fate)).toBeUndefined()
  })
})
