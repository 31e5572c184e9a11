import { beforeEach, describe, expect, test, vi } from 'vitest'
import { askForMessages, canAskForMessages } from './subscribe'

let known: readonly string[]
let answer: (asked: { tmplIds: string[] }) => object
const asked: string[][] = []

vi.mock('@tarojs/taro', () => ({
  default: {
    canIUse: (name: string) => known.includes(name),
    requestSubscribeMessage: async (options: { tmplIds: string[] }) => {
      asked.push(options.tmplIds)
      await Promise.resolve()
      return answer(options)
    },
  },
}))

const failing = (failure: unknown) => () => {
  throw failure
}

beforeEach(() => {
  asked.length = 0
  known = ['requestSubscribeMessage']
  answer = () => ({ errMsg: 'requestSubscribeMessage:ok' })
})

describe('asking whether messages are welcome', () => {
  test('is possible where WeChat knows the question, and nowhere else', async () => {
    expect(await canAskForMessages()).toBe(true)
    known = []
    expect(await canAskForMessages()).toBe(false)
  })

  test('brings the answer about each template, in the words that the server knows', async () => {
    answer = () => ({ a: 'acceptWithAudio', b: 'reject', c: 'ban', errMsg: 'requestSubscribeMessage:ok' })

    expect(await askForMessages(['a', 'b', 'c'])).toEqual({
      kind: 'answered',
      answers: [
        { templateId: 'a', answer: 'accept' },
        { templateId: 'b', answer: 'reject' },
        { templateId: 'c', answer: 'ban' },
      ],
    })
  })

  test('asks about three templates at most', async () => {
    await askForMessages(['a', 'b', 'c', 'd'])
    expect(asked).toEqual([['a', 'b', 'c']])
  })

  test('takes nothing for an answer that is none', async () => {
    answer = () => ({ a: 'perhaps', b: 7, errMsg: 'requestSubscribeMessage:ok' })
    expect(await askForMessages(['a', 'b'])).toEqual({ kind: 'answered', answers: [] })
  })

  test.each([
    [10001, 'misconfigured'],
    [10002, 'offline'],
    [10003, 'offline'],
    [10004, 'misconfigured'],
    [10005, 'not-now'],
    [20001, 'misconfigured'],
    [20002, 'misconfigured'],
    [20003, 'misconfigured'],
    [20004, 'switched-off'],
    [20005, 'banned'],
    [20013, 'misconfigured'],
    [99999, 'unknown'],
  ])('that fails with %i is “%s”, and throws nothing', async (errCode, why) => {
    answer = failing({ errMsg: 'requestSubscribeMessage:fail', errCode })
    expect(await askForMessages(['a'])).toEqual({ kind: 'not-asked', why })
  })

  test.each([
    [
      'without a press',
      { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' },
      'not-now',
    ],
    ['for no reason told', new TypeError('undefined is not a function'), 'unknown'],
    ['with nothing at all', undefined, 'unknown'],
  ])('that fails %s throws nothing either', async (_, failure, why) => {
    answer = failing(failure)
    expect(await askForMessages(['a'])).toEqual({ kind: 'not-asked', why })
  })
})
