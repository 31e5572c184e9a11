import type { FieldContent } from '@anjiao/shared/contract/wordings'
import { forbiddenWords } from '@anjiao/shared/forbidden-words'
import type { Channel } from '@anjiao/shared/notice-life'
import { fieldTypes } from '@anjiao/shared/template-fields'
import { type WordingTexts, type WordingValue, wordingValues } from '@anjiao/shared/wording-values'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldFault } from '../../local/emulator/template-fields.ts'
import { type Fillable, fillWording } from './fill-wording.ts'

const values: WordingTexts = {
  community: '阳光花园',
  room: '8栋 2单元 1203',
  address: '王先生/女士',
  item: '物业服务费',
  period: '2026年1月–12月',
  amount: '2,366.40',
  due_date: '2026年12月31日',
  today: '2026年11月23日',
  instalment: '第 3 期，共 12 期',
  result: '已同意',
  matter: '分期缴费',
  paid_amount: '2,366.40',
  paid_at: '2026年11月23日 15:01:30',
  hotline: '021-5555 0101',
}

/** A template whose fields are named by the values that go into them: `thing1` is filled with the first. */
function subscription(
  ...parts: readonly (readonly [key: string, content: WordingValue | { text: string }])[]
): Fillable {
  return {
    channel: 'subscription',
    templateId: 'a-template',
    text: '',
    fields: Object.fromEntries(
      parts.map(([key, content]): [string, FieldContent] => [
        key,
        typeof content === 'string' ? { value: content } : content,
      ]),
    ),
    template: { fields: parts.map(([key]) => ({ key, label: key, options: [] })) },
  }
}

const worded = (
  channel: Exclude<Channel, 'subscription'>,
  text: string,
  ...content: WordingValue[]
): Fillable => ({
  channel,
  templateId: channel === 'sms' ? '1234567' : '',
  text,
  fields: Object.fromEntries(content.map((value, at): [string, FieldContent] => [String(at + 1), { value }])),
  template: null,
})

const one = (key: string, value: WordingValue, given: WordingTexts = {}) => {
  const filled = fillWording(subscription([key, value]), { ...values, ...given })
  return filled.kind === 'subscription' ? filled.data[key] : filled
}

describe('a value is written as its field wants it', () => {
  it.each([
    ['amount1', 'amount', '¥2366.40'],
    ['number1', 'amount', '2366.40'],
    ['thing1', 'amount', '2,366.40元'],
    ['date1', 'due_date', '2026年12月31日'],
    ['time1', 'due_date', '2026年12月31日 23:59'],
    ['character_string1', 'due_date', '2026-12-31'],
    ['thing1', 'period', '2026年1月–12月'],
    ['date1', 'period', '2026年1月1日~2026年12月31日'],
    ['character_string1', 'period', '2026-01~2026-12'],
    ['time1', 'paid_at', '2026年11月23日 15:01:30'],
    ['date1', 'paid_at', '2026年11月23日 15:01:30'],
    ['thing1', 'paid_at', '2026年11月23日 15:01:30'],
    ['phone_number1', 'hotline', '021-55550101'],
    ['character_string1', 'hotline', '021-55550101'],
    ['thing1', 'room', '8栋 12**'],
    ['phrase1', 'result', '已同意'],
  ] as const)('%s: %s', (key, value, text) => {
    expect(one(key, value)).toBe(text)
  })

  it('two whole days are written short where they would be too long', () => {
    const period = '2025年12月15日–2026年12月14日'
    expect(one('thing1', 'period', { period })).toBe('25.12.15–26.12.14')
  })

  it.each([
    ['2026年', '2026年1月1日~2026年12月31日', '2026-01~2026-12'],
    ['2026年2月', '2026年2月1日~2026年2月28日', '2026-02'],
    ['2024年11月–2026年2月', '2024年11月1日~2026年2月28日', '2024-11~2026-02'],
    ['2025年12月15日–2026年12月14日', '2025年12月15日~2026年12月14日', '2025-12-15~2026-12-14'],
  ])('the period %s by its days, or by its numbers', (period, days, numbers) => {
    expect(one('date1', 'period', { period })).toBe(days)
    expect(one('character_string1', 'period', { period })).toBe(numbers)
  })

  it('a name of forty characters ends in an ellipsis; how much, where and until when never does', () => {
    expect(one('thing1', 'community', { community: '阳'.repeat(40) })).toBe(`${'阳'.repeat(19)}…`)
    expect(one('thing1', 'room', { room: `${'很'.repeat(21)} 1203` })).toMatchObject({ kind: 'problem' })
    expect(one('amount1', 'amount', { amount: '12,345,678,901.00' })).toMatchObject({ kind: 'problem' })
  })
})

describe('nothing is queued that would be refused', () => {
  it('not an empty value, nor a missing one', () => {
    expect(one('thing1', 'hotline', { hotline: '' })).toEqual({
      kind: 'problem',
      problems: [{ field: 'thing1', problem: '没有“物业电话”' }],
    })
    expect(fillWording(subscription(['thing1', 'instalment']), {})).toMatchObject({ kind: 'problem' })
  })

  it('not a field without content, nor a wording without its template', () => {
    const wording = subscription(['thing1', 'community'], ['amount2', 'amount'])
    expect(fillWording({ ...wording, fields: { thing1: { value: 'community' } } }, values)).toEqual({
      kind: 'problem',
      problems: [{ field: 'amount2', problem: '还没有内容' }],
    })
    expect(fillWording({ ...wording, template: null }, values)).toMatchObject({ kind: 'problem' })
  })

  it('every field that is wrong is named', () => {
    const filled = fillWording(
      subscription(['phrase1', 'room'], ['amount2', 'item'], ['thing3', 'item']),
      values,
    )
    expect(filled).toMatchObject({ problems: [{ field: 'phrase1' }, { field: 'amount2' }] })
  })
})

describe('on a locked phone nothing shows what others need not know', () => {
  it('a fee item that says so is called by another name, and so is a salutation that does not fit', () => {
    expect(one('thing1', 'item', { item: '2024年欠费' })).toBe('小区费用')
    expect(one('thing1', 'item', { item: '滞纳金' })).toBe('小区费用')
    expect(one('name1', 'address', { address: '很长的称呼1号' })).toBe('业主')
  })

  it('a fixed text that says so is refused, in a message and in an SMS; a letter is sealed', () => {
    expect(fillWording(subscription(['thing1', { text: '您已逾期' }]), values)).toMatchObject({
      problems: [{ field: 'thing1', problem: expect.stringContaining('“逾期”') }],
    })
    expect(fillWording(worded('sms', '您有{1}元逾期', 'amount'), values)).toMatchObject({
      problems: [{ field: 'text' }],
    })
    expect(fillWording(worded('letter', '{1}元已过缴费日，逾期 3 天', 'amount'), values)).toMatchObject({
      kind: 'letter',
    })
  })

  it('nor which home is written to, in a message and in an SMS; a letter names it whole', () => {
    expect(one('thing1', 'room')).toBe('8栋 12**')
    expect(fillWording(worded('sms', '{1}有账单', 'room'), values)).toMatchObject({
      params: ['8栋 12**'],
      text: '8栋 12**有账单',
    })
    expect(fillWording(worded('letter', '{1}的账单', 'room'), values)).toMatchObject({
      paragraphs: ['8栋 2单元 1203的账单'],
    })
  })

  it('a threat is refused anywhere', () => {
    for (const channel of ['sms', 'letter'] as const)
      expect(fillWording(worded(channel, '不缴就停 水'), values)).toMatchObject({
        problems: [{ field: 'text', problem: expect.stringContaining('“停 水”') }],
      })
  })
})

describe('an SMS and a letter', () => {
  it('are given their values in order, and read as they will', () => {
    expect(fillWording(worded('sms', '{2}有新账单，共{1}元。', 'amount', 'community'), values)).toEqual({
      kind: 'sms',
      templateId: '1234567',
      params: ['2,366.40', '阳光花园'],
      text: '阳光花园有新账单，共2,366.40元。',
    })
    expect(fillWording(worded('letter', '{1}：\n\n您好。\n{2}', 'address', 'hotline'), values)).toEqual({
      kind: 'letter',
      paragraphs: ['王先生/女士：', '您好。', '021-5555 0101'],
    })
  })

  it('take a value of twenty characters in an SMS, cut where it may be', () => {
    expect(fillWording(worded('sms', '{1}的账单', 'item'), { item: '水'.repeat(30) })).toMatchObject({
      params: [`${'水'.repeat(19)}…`],
    })
    expect(
      fillWording(worded('sms', '{1}的账单', 'room'), { room: `${'很'.repeat(30)} 1203` }),
    ).toMatchObject({
      problems: [{ field: '1', problem: '最多 20 个字' }],
    })
  })

  it('have nothing in their values that a provider takes for a part of the template', () => {
    expect(fillWording(worded('sms', '{1}', 'item'), { item: "{2}'【物业】费" })).toMatchObject({
      params: ['2物业费'],
    })
  })

  it('of more than five hundred characters is no SMS', () => {
    expect(fillWording(worded('sms', '好'.repeat(501)), values)).toMatchObject({
      problems: [{ problem: '短信最多 500 个字' }],
    })
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('阳光花园欠费逾期停水0123年月日.,元{}【】🎉 ')),
    maxLength: 50,
  }),
)
const anyValues = fc.record(Object.fromEntries(Object.keys(wordingValues).map((value) => [value, anyText])), {
  requiredKeys: [],
})
const anyContent = fc.oneof(
  fc
    .constantFrom(...(Object.keys(wordingValues) as WordingValue[]))
    .map((value): FieldContent => ({ value })),
  anyText.map((text): FieldContent => ({ text })),
)

it('whatever the wording and the values: what comes out is whole, not empty, and may be said, or nothing comes out', () => {
  const fields = Object.keys(fieldTypes).map((type) => ({ key: `${type}1`, label: type, options: ['待缴'] }))
  fc.assert(
    fc.property(
      fc.constantFrom<Channel>('subscription', 'sms', 'letter'),
      fc.subarray(fields, { minLength: 1, maxLength: 5 }),
      fc.array(anyContent, { minLength: 5, maxLength: 5 }),
      anyText,
      anyValues,
      (channel, some, contents, text, given) => {
        const keys = channel === 'subscription' ? some.map(({ key }) => key) : ['1', '2']
        const wording: Fillable = {
          channel,
          templateId: 't',
          text: channel === 'subscription' ? '' : `${text.replace(/[{}]/g, '')}您好{1}，{2}`,
          fields: Object.fromEntries(keys.flatMap((key, at) => (contents[at] ? [[key, contents[at]]] : []))),
          template: channel === 'subscription' ? { fields: some } : null,
        }
        const filled = fillWording(wording, given)
        if (filled.kind === 'problem') {
          expect(filled.problems.every(({ problem }) => problem !== '')).toBe(true)
          return
        }
        const said =
          filled.kind === 'subscription'
            ? Object.values(filled.data)
            : filled.kind === 'sms'
              ? [...filled.params, filled.text]
              : filled.paragraphs
        expect(said.every((each) => each.trim() !== '')).toBe(true)
        expect(said.flatMap((each) => forbiddenWords(each, { lockScreen: channel !== 'letter' }))).toEqual([])
        if (filled.kind === 'subscription')
          expect(some.filter((field) => fieldFault(field, filled.data[field.key]) !== undefined)).toEqual([])
        if (filled.kind === 'subscription') expect(Object.keys(filled.data).sort()).toEqual([...keys].sort())
        if (filled.kind === 'sms') expect(filled.text).not.toMatch(/\{\d\}/)
      },
    ),
    { numRuns: 1_500 },
  )
})
