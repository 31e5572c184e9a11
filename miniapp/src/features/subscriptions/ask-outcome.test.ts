import { expect, test } from 'vitest'
import type { Asked, TemplateAnswer } from '../../platform/asked'
import { outcomeOf } from './ask-outcome'

const answered = (...answers: TemplateAnswer['answer'][]): Asked => ({
  kind: 'answered',
  answers: answers.map((answer, at) => ({ templateId: `t${at}`, answer })),
})

test.each([
  ['one message that is welcome', answered('reject', 'accept', 'filter'), 'accepted'],
  ['no message that is welcome', answered('reject', 'ban'), 'refused'],
  ['templates that WeChat shows nobody', answered('ban', 'filter'), 'unavailable'],
  ['no answer at all', answered(), 'unavailable'],
  ['messages switched off', { kind: 'not-asked', why: 'switched-off' }, 'switched-off'],
  ['no network', { kind: 'not-asked', why: 'offline' }, 'offline'],
  ['an old WeChat', { kind: 'not-asked', why: 'unsupported' }, 'unavailable'],
  ['a fault of ours', { kind: 'not-asked', why: 'misconfigured' }, 'unavailable'],
  ['a browser that has left to ask', { kind: 'left' }, undefined],
] satisfies [string, Asked, ReturnType<typeof outcomeOf>][])('%s is told as such', (_, asked, outcome) => {
  expect(outcomeOf(asked)).toBe(outcome)
})
