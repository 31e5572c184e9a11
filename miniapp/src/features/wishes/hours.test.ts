import { expect, test } from 'vitest'
import { firstHours, lastHours, startingAt, timeOf, usualTimes } from './hours'

test('hours that most would choose are called by their name, others are somebody’s own', () => {
  expect(timeOf({ fromHour: 9, toHour: 20 })).toBe('day')
  expect(timeOf({ fromHour: 18, toHour: 21 })).toBe('evening')
  expect(timeOf({ fromHour: 10, toHour: 11 })).toBeUndefined()
})

test('nobody is written to before eight or after ten at night', () => {
  expect([firstHours[0], firstHours.at(-1)]).toEqual([8, 21])
  for (const fromHour of firstHours) {
    expect(lastHours(fromHour)[0]).toBe(fromHour + 1)
    expect(lastHours(fromHour).at(-1)).toBe(22)
  }
  for (const { fromHour, toHour } of Object.values(usualTimes)) {
    expect(firstHours).toContain(fromHour)
    expect(lastHours(fromHour)).toContain(toHour)
  }
})

test('the end stays after the beginning, whatever the beginning becomes', () => {
  expect(startingAt({ fromHour: 9, toHour: 12 }, 10)).toEqual({ fromHour: 10, toHour: 12 })
  expect(startingAt({ fromHour: 9, toHour: 12 }, 15)).toEqual({ fromHour: 15, toHour: 16 })
})
