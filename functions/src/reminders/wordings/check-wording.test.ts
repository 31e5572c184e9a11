import { businessDate } from '@anjiao/shared/calendar'
import type { FieldContent, NewWording } from '@anjiao/shared/contract/wordings'
import type { TemplateField } from '@anjiao/shared/template-fields'
import type { WordingValue } from '@anjiao/shared/wording-values'
import { describe, expect, it } from 'vitest'
import { checkWording } from './check-wording.ts'

const sender = { community: '阳光花园', company: '阳光物业服务有限公司', hotline: '021-5555 0101' }
const today = businessDate('2026-11-23')

const fields: TemplateField[] = [
  { key: 'thing1', label: '小区', options: [] },
  { key: 'amount2', label: '金额', options: [] },
]

function problems(
  wording: Partial<Omit<NewWording, 'fields'>> & {
    readonly fields?: Record<string, WordingValue | { text: string }>
  },
  { template = { fields }, from = sender } = {},
) {
  const { fields: given = {}, ...rest } = wording
  const full: NewWording = {
    kind: 'bill',
    channel: 'subscription',
    templateId: 'a-template',
    text: '',
    ...rest,
    fields: Object.fromEntries(
      Object.entries(given).map(([key, content]): [string, FieldContent] => [
        key,
        typeof content === 'string' ? { value: content } : content,
      ]),
    ),
  }
  return checkWording(
    { ...full, template: full.channel === 'subscription' ? template : null },
    from,
    today,
  ).map(({ field, problem }) => `${field}: ${problem}`)
}

describe('a subscription message', () => {
  it('is good when every field of its template has what it can hold', () => {
    expect(problems({ fields: { thing1: 'community', amount2: 'amount' } })).toEqual([])
  })

  it.each([
    ['a field that is left empty', { thing1: 'community' }, ['amount2: 还没有内容']],
    [
      'a field that the template does not have',
      { thing1: 'community', amount2: 'amount', thing9: 'item' },
      ['thing9: 模板里没有这一项'],
    ],
    [
      'a value that this notice does not know',
      { thing1: 'matter', amount2: 'amount' },
      ['thing1: “账单通知”里没有“办理事项”'],
    ],
    [
      'a value that its field cannot hold',
      { thing1: 'community', amount2: 'room' },
      ['amount2: 金额：最多 10 位数字，可带小数，不能是负数'],
    ],
    [
      'a fixed text that is too long',
      { thing1: { text: '一'.repeat(21) }, amount2: 'amount' },
      ['thing1: 文字：最多 20 个字'],
    ],
  ] as const)('with %s is told so', (_, given, said) => {
    expect(problems({ fields: given })).toEqual(said)
  })

  it('does not name the home and its owner together: others see a locked phone', () => {
    const template = { fields: [...fields, { key: 'thing3', label: '房号', options: [] }] }
    expect(
      problems({ fields: { thing1: 'address', amount2: 'amount', thing3: 'room' } }, { template }),
    ).toEqual(['text: 锁屏上不能同时有房号和称呼，请去掉一个'])
  })

  it('says nothing of what is late, and threatens with nothing', () => {
    expect(problems({ fields: { thing1: { text: '您已欠费' }, amount2: 'amount' } })[0]).toContain('“欠”')
    expect(problems({ fields: { thing1: { text: '将停水' }, amount2: 'amount' } })[0]).toContain(
      '民法典第 944 条',
    )
  })

  it('fits the longest that a home may have, not only the example', () => {
    const template = { fields: [{ key: 'date1', label: '账期', options: [] }] }
    expect(problems({ fields: { date1: 'period' } }, { template })).toEqual([])
    expect(
      problems(
        { kind: 'answer', fields: { phrase1: 'matter' } },
        { template: { fields: [{ key: 'phrase1', label: '事项', options: [] }] } },
      ),
    ).toEqual([])
  })

  it('names no phone of a company that has entered none', () => {
    expect(
      problems({ fields: { thing1: 'hotline', amount2: 'amount' } }, { from: { ...sender, hotline: '' } }),
    ).toEqual(['thing1: 没有“物业电话”'])
  })
})

describe('an SMS', () => {
  const sms = { channel: 'sms', templateId: '1234567', text: '{1}有新的账单，共{2}元。' } as const

  it('is good when its numbers and contents agree', () => {
    expect(problems({ ...sms, fields: { 1: 'community', 2: 'amount' } })).toEqual([])
  })

  it.each([
    ['a number without content', { fields: { 1: 'community' } }, ['2: 还没有内容']],
    [
      'a content without its number',
      { fields: { 1: 'community', 2: 'amount', 3: 'item' } },
      ['3: 正文里没有 {3}'],
    ],
    [
      'a gap in its numbers',
      { text: '{1}共{3}元', fields: { 1: 'community', 3: 'amount' } },
      ['text: 编号要从 {1} 起，中间不能缺'],
    ],
    [
      'a brace that does not close',
      { text: '{1}共{2元', fields: { 1: 'community' } },
      ['text: 正文里的花括号要成对，里面是编号，例如 {1}'],
    ],
    [
      'a signature',
      { text: '【物业】{1}', fields: { 1: 'community' } },
      ['text: 不用写【签名】，短信平台会自动加上'],
    ],
    [
      'no number of its template',
      { templateId: ' ', text: '您好{1}', fields: { 1: 'community' } },
      ['templateId: 请填写短信平台的模板编号'],
    ],
    ['no text', { text: ' ' }, ['text: 请填写短信正文']],
  ] as const)('with %s is told so', (_, given, said) => {
    expect(problems({ ...sms, ...given } as Parameters<typeof problems>[0])).toEqual(said)
  })

  it('says nothing of what is late', () => {
    expect(problems({ ...sms, text: '{1}催缴{2}元', fields: { 1: 'community', 2: 'amount' } })[0]).toContain(
      '“催”',
    )
  })
})

describe('a letter', () => {
  const text = [
    '{address}：',
    '您在{community}{room}的物业服务费（{period}）共{amount}元，缴费日是{due_date}。明细可以扫下面的二维码看。',
    '可以用小程序缴，也可以到前台缴现金或转账。有疑问请打{hotline}，我们当面核对。',
    '阳光物业服务有限公司 {today}',
  ].join('\n')
  const names = ['address', 'community', 'room', 'period', 'amount', 'due_date', 'hotline', 'today'] as const
  const letter = { channel: 'letter', templateId: '', text } as const
  const all = Object.fromEntries(names.map((value) => [value, value]))

  it('is good when it says what is asked, for what, by whom, how to pay without a phone, and where to doubt it', () => {
    expect(problems({ ...letter, fields: all })).toEqual([])
  })

  it.each(['community', 'room', 'period', 'amount', 'due_date', 'hotline'] as const)('names %s', (value) => {
    const { [value]: _, ...rest } = all
    const said = problems({ ...letter, text: text.replace(`{${value}}`, ''), fields: rest })
    expect(said).toEqual([expect.stringMatching(/^text: 信里还没有“/)])
  })

  it.each([
    ['阳光物业服务有限公司', '', '全称'],
    ['二维码', '地方', '明细'],
    ['疑问请打', '事请打', '疑问'],
  ] as const)('says %s', (words, other, said) => {
    const without = text.replace(words, other).replace(/明细|小程序|核对/g, '')
    expect(problems({ ...letter, text: without, fields: all }).join()).toContain(said)
  })

  it('of another kind names what it is about', () => {
    expect(
      problems({ ...letter, kind: 'answer', text: '{1}阳光物业服务有限公司', fields: { 1: 'community' } }),
    ).toEqual([
      'text: 信里还没有“房号”',
      'text: 信里还没有“办理事项”',
      'text: 信里还没有“办理结果”',
      'text: 信里还没有“物业电话”',
    ])
  })

  it('threatens with nothing, and is one page', () => {
    expect(problems({ ...letter, text: `${text}\n后果自负`, fields: all })[0]).toContain('威胁')
    expect(problems({ ...letter, text: `${text}${'\n好'.repeat(20)}`, fields: all })[0]).toContain('20 段')
  })
})
