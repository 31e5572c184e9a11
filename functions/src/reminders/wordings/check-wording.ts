import type { BusinessDate } from '@anjiao/shared/calendar'
import type { FieldContent, NewWording } from '@anjiao/shared/contract/wordings'
import { type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import { knows, type WordingValue, wordingValues } from '@anjiao/shared/wording-values'
import { longestValues, type Sender } from './example-values.ts'
import {
  type Fillable,
  paragraphsOf,
  placeholders,
  readWording,
  type WordingProblem,
} from './fill-wording.ts'

export type Checkable = NewWording & Fillable

/** All that is wrong with a wording before it may be put in force; it is filled with values as long as they come. Pure. */
export function checkWording(wording: Checkable, sender: Sender, today: BusinessDate): WordingProblem[] {
  const problems = [
    ...byChannel[wording.channel](wording, sender),
    ...unknownValues(wording),
    ...readWording(wording, longestValues(sender, today)).problems,
  ]
  const first = new Map(problems.toReversed().map((each) => [`${each.field} ${each.problem}`, each]))
  return problems.filter((each) => first.get(`${each.field} ${each.problem}`) === each)
}

const byChannel = {
  subscription: (wording: Checkable) => [...strangeFields(wording), ...nameWithRoom(wording)],
  sms: (wording: Checkable) => [
    ...wrongPlaceholders(wording),
    ...wrongSms(wording),
    ...nameWithRoom(wording),
  ],
  letter: (wording: Checkable, sender: Sender) => [
    ...wrongPlaceholders(wording),
    ...missingInLetter(wording, sender),
  ],
} as const

const valuesOf = (fields: Readonly<Record<string, FieldContent>>): WordingValue[] =>
  Object.values(fields).flatMap((content) => ('value' in content ? [content.value] : []))

function unknownValues({ kind, fields }: Checkable): WordingProblem[] {
  return Object.entries(fields).flatMap(([field, content]) =>
    'value' in content && !knows(kind, content.value)
      ? [{ field, problem: `“${noticeKinds[kind].label}”里没有“${wordingValues[content.value]}”` }]
      : [],
  )
}

/** WeChat refuses a message with a field that its template does not have. */
function strangeFields({ fields, template }: Checkable): WordingProblem[] {
  const known = new Set(template?.fields.map(({ key }) => key))
  return template
    ? Object.keys(fields)
        .filter((field) => !known.has(field))
        .map((field) => ({ field, problem: '模板里没有这一项' }))
    : []
}

/** Whoever looks at a locked phone must not learn who owes something where (law: 民法典 1032). */
function nameWithRoom({ fields }: Checkable): WordingProblem[] {
  const values = valuesOf(fields)
  return values.includes('room') && values.includes('address')
    ? [{ field: 'text', problem: '锁屏上不能同时有房号和称呼，请去掉一个' }]
    : []
}

/** Each `{1}` of a text has its content, and no content is without its place. */
function wrongPlaceholders({ text, fields }: Checkable): WordingProblem[] {
  const there = new Set(placeholders(text).map(({ key }) => key))
  const without = Object.keys(fields).filter((field) => !there.has(field))
  const left = /[{}]/.test(text.replace(/\{\w{1,32}\}/g, ''))
  return [
    ...without.map((field) => ({ field, problem: `正文里没有 {${field}}` })),
    ...(left ? [{ field: 'text', problem: '正文里的花括号要成对，里面是编号，例如 {1}' }] : []),
  ]
}

/** 腾讯云短信 "正文模板": numbered from 1 without a gap, the signature is put in front by the provider. Read 2026-11. */
function wrongSms({ templateId, text }: Checkable): WordingProblem[] {
  const isNumbered = placeholders(text).every(({ key }, at) => key === String(at + 1))
  return [
    ...(templateId.trim() === '' ? [{ field: 'templateId', problem: '请填写短信平台的模板编号' }] : []),
    ...(text.trim() === '' ? [{ field: 'text', problem: '请填写短信正文' }] : []),
    ...(isNumbered ? [] : [{ field: 'text', problem: '编号要从 {1} 起，中间不能缺' }]),
    ...(/[【】]/.test(text) ? [{ field: 'text', problem: '不用写【签名】，短信平台会自动加上' }] : []),
  ]
}

/** What a letter of a kind names (law: 民法典 944(2), 明码标价规定 5; our own for the rest). */
const namedInLetter: Readonly<Record<NoticeKind, readonly WordingValue[]>> = {
  bill: ['community', 'room', 'period', 'amount', 'due_date', 'hotline'],
  reminder: ['community', 'room', 'period', 'amount', 'due_date', 'hotline'],
  instalment: ['community', 'room', 'instalment', 'amount', 'due_date', 'hotline'],
  receipt: ['community', 'room', 'paid_amount', 'paid_at', 'hotline'],
  answer: ['community', 'room', 'matter', 'result', 'hotline'],
  debit: ['community', 'room', 'amount', 'due_date', 'account', 'hotline'],
}

const saidInLetter: readonly (readonly [pattern: RegExp, problem: string])[] = [
  [/明细|二维码|小程序/, '请写明在哪里看收费明细，例如小程序或二维码'],
  [/前台|现金|转账|柜台/, '请写明不用手机怎么缴，例如到前台缴现金'],
  [/疑问|异议|不同意|核对/, '请写明有疑问找谁'],
]

function missingInLetter(
  { kind, templateId, fields, text }: Checkable,
  { company }: Sender,
): WordingProblem[] {
  const values = valuesOf(fields)
  const missing = [
    ...namedInLetter[kind]
      .filter((value) => !values.includes(value))
      .map((value) => `信里还没有“${wordingValues[value]}”`),
    ...(text.includes(company) ? [] : [`信里要有物业公司的全称“${company}”`]),
    ...(noticeKinds[kind].about === 'charges'
      ? saidInLetter.filter(([pattern]) => !pattern.test(text)).map(([, problem]) => problem)
      : []),
    ...(paragraphsOf(text).length > paragraphsMost ? [`信最多 ${paragraphsMost} 段，要放在一页里`] : []),
  ]
  return [
    ...missing.map((problem) => ({ field: 'text', problem })),
    ...(templateId === '' ? [] : [{ field: 'templateId', problem: '信不用模板编号' }]),
  ]
}

const paragraphsMost = 20
