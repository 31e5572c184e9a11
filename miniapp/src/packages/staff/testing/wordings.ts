import type { WechatTemplate, Wording, WordingTrial } from '@anjiao/shared/contract/wordings'
import { community, type Script } from './staff-server'
import { id } from './values'

export const aTemplate = (over: Partial<WechatTemplate> = {}): WechatTemplate => ({
  templateId: 'tpl-bill',
  title: '物业账单提醒',
  fields: [
    { key: 'thing1', label: '房屋信息', options: [] },
    { key: 'amount2', label: '待缴金额', options: [] },
    { key: 'date3', label: '缴费日', options: [] },
    { key: 'thing4', label: '温馨提示', options: [] },
  ],
  syncedAt: '2026-11-22T02:00:00.000Z',
  gone: false,
  ...over,
})

export const aWording = (over: Partial<Wording> = {}): Wording => ({
  id: id(31),
  kind: 'reminder',
  channel: 'subscription',
  templateId: 'tpl-bill',
  fields: {
    thing1: { value: 'room' },
    amount2: { value: 'amount' },
    date3: { value: 'due_date' },
    thing4: { text: '账单待查看，点开看明细' },
  },
  text: '',
  publishedAs: '周经理',
  publishedAt: '2026-11-22T02:00:00.000Z',
  paused: false,
  ...over,
})

const kinds = ['bill', 'reminder', 'instalment', 'receipt', 'answer'] as const

/** Every kind by WeChat, and the reminder by SMS. */
export const someWordings: readonly Wording[] = [
  ...kinds.map((kind, at) => aWording({ id: id(at + 31), kind })),
  aWording({
    id: id(40),
    channel: 'sms',
    templateId: '1234567',
    fields: { 1: { value: 'period' }, 2: { value: 'hotline' } },
    text: '您的{1}账单待查看，详情见小程序，电话{2}。',
  }),
]

export const aTrial = (over: Partial<WordingTrial> = {}): WordingTrial => ({
  reads: [
    { label: '房屋信息', value: '3栋 5**' },
    { label: '待缴金额', value: '¥1234.56' },
  ],
  problems: [],
  ...over,
})

export const wordingScript: Script = {
  [`GET ${community}/wordings`]: someWordings,
  [`GET ${community}/wechat-templates`]: [
    aTemplate(),
    aTemplate({ templateId: 'tpl-old', title: '旧的缴费通知', gone: true }),
  ],
  [`POST ${community}/wordings/try`]: aTrial(),
}
