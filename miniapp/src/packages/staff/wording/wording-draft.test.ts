import { expect, test } from 'vitest'
import { aTemplate, aWording } from '../testing/wordings'
import { fieldsToFill, readWording, withTemplate, wordingDraft } from './wording-draft'

const reminder = { kind: 'reminder', channel: 'subscription' } as const
const templates = [aTemplate()]

test('what is in force is read from its form again', () => {
  const draft = wordingDraft(aWording())
  const { kind, channel, templateId, fields, text } = aWording()
  expect(readWording(reminder, draft, fieldsToFill('subscription', draft, templates))).toEqual({
    kind,
    channel,
    templateId,
    fields,
    text,
  })
})

test('another template is filled by what its labels say', () => {
  const draft = { ...wordingDraft(undefined), ...withTemplate('reminder', aTemplate()) }
  expect(readWording(reminder, draft, fieldsToFill('subscription', draft, templates)).fields).toEqual({
    thing1: { value: 'room' },
    amount2: { value: 'amount' },
    date3: { value: 'due_date' },
    thing4: { text: '账单待查看，点开看明细' },
  })
})

test('the fields of an SMS or a letter are what stands in braces, each once, in order of their numbers', () => {
  const draft = { ...wordingDraft(undefined), text: '您的{2}账单{10}，{1}，{2}' }
  expect(fieldsToFill('sms', draft, templates).map(({ key }) => key)).toEqual(['1', '2', '10'])
})

test('a field that is left empty, or is no more in the text, is not sent; a letter has no template', () => {
  const draft = {
    from: null,
    templateId: '99',
    text: '{1} {2}',
    contents: { 1: { value: 'period' }, 2: { text: ' ' }, 3: { value: 'hotline' } },
  } as const
  expect(
    readWording({ kind: 'reminder', channel: 'letter' }, draft, fieldsToFill('letter', draft, [])),
  ).toEqual({
    kind: 'reminder',
    channel: 'letter',
    templateId: '',
    fields: { 1: { value: 'period' } },
    text: '{1} {2}',
  })
})
