import type { DebitLayout, LayoutField } from './contract/debit-layouts.ts'

/** What a file is for: one goes to the bank, the other comes back. */
export const layoutPurposes = { out: '交给银行的文件', result: '银行返回的结果' } as const
export type LayoutPurpose = keyof typeof layoutPurposes

export const layoutEncodings = { gbk: 'GBK', utf8: 'UTF-8' } as const
export type LayoutEncoding = keyof typeof layoutEncodings

export const layoutSeparators = { '|': '竖线 |', ',': '逗号 ,', '\t': '制表符' } as const
export type LayoutSeparator = keyof typeof layoutSeparators

export const amountForms = { fen: '分（12345）', yuan: '元，两位小数（123.45）' } as const
export const dateForms = { compact: '20261205', dashed: '2026-12-05' } as const
export const lineEnds = { crlf: 'Windows（CRLF）', lf: 'Unix（LF）' } as const

/** First line, one line a home, last line. */
export const layoutParts = { header: '首行', detail: '明细行', trailer: '末行' } as const
export type LayoutPart = keyof typeof layoutParts

interface ContentFacts {
  readonly label: string
  readonly whole: boolean
  readonly detail: boolean
  /** Digits, which zeros before them do not change. */
  readonly isNumber: boolean
  readonly in: readonly LayoutPurpose[]
}

const both: readonly LayoutPurpose[] = ['out', 'result']
const back: readonly LayoutPurpose[] = ['result']

/** What a field holds. `whole`: of the first or last line; `detail`: of a home's. */
export const fieldContents = {
  constant: { label: '固定文字', whole: true, detail: true, isNumber: false, in: both },
  ignored: { label: '不用的内容', whole: true, detail: true, isNumber: false, in: back },
  batch: { label: '批次号', whole: true, detail: true, isNumber: false, in: both },
  date: { label: '扣款日期', whole: true, detail: true, isNumber: false, in: both },
  count: { label: '总笔数', whole: true, detail: false, isNumber: true, in: both },
  sum: { label: '总金额', whole: true, detail: false, isNumber: true, in: both },
  ok_count: { label: '成功笔数', whole: true, detail: false, isNumber: true, in: back },
  ok_sum: { label: '成功金额', whole: true, detail: false, isNumber: true, in: back },
  line: { label: '序号', whole: false, detail: true, isNumber: true, in: both },
  account: { label: '账号', whole: false, detail: true, isNumber: false, in: both },
  holder: { label: '户名', whole: false, detail: true, isNumber: false, in: both },
  bank: { label: '开户行', whole: false, detail: true, isNumber: false, in: both },
  room: { label: '房号', whole: false, detail: true, isNumber: false, in: both },
  amount: { label: '金额', whole: false, detail: true, isNumber: true, in: both },
  code: { label: '结果代码', whole: false, detail: true, isNumber: false, in: back },
  reason: { label: '失败原因', whole: false, detail: true, isNumber: false, in: back },
} as const satisfies Record<string, ContentFacts>
export type FieldContent = keyof typeof fieldContents

/** Without these a file could not be checked, or its answer not be booked. */
const needed: Readonly<
  Record<LayoutPurpose, { whole: readonly FieldContent[]; detail: readonly FieldContent[] }>
> = {
  out: { whole: ['batch', 'count', 'sum'], detail: ['line', 'account', 'holder', 'amount'] },
  result: { whole: ['batch', 'count'], detail: ['line', 'amount', 'code'] },
}

/** All that is wrong with a layout, in sentences; none: files can be written and read by it. Pure. */
export function layoutProblems(layout: DebitLayout): string[] {
  const { header, detail, trailer, purpose, okCodes } = layout
  const whole = [...header, ...trailer].map(({ content }) => content)
  const lines = detail.map(({ content }) => content)
  return [
    ...fieldsOf(layout).flatMap(({ part, at, field }) =>
      fieldProblems(layout, part, field).map(
        (problem) => `${layoutParts[part]}第 ${at + 1} 项（${fieldContents[field.content].label}）${problem}`,
      ),
    ),
    ...needed[purpose].whole
      .filter((content) => !whole.includes(content))
      .map((content) => `首行或末行要有“${fieldContents[content].label}”`),
    ...needed[purpose].detail
      .filter((content) => !lines.includes(content))
      .map((content) => `明细行要有“${fieldContents[content].label}”`),
    ...twice(lines).map((content) => `明细行的“${fieldContents[content].label}”只能有一项`),
    ...(purpose === 'result' && okCodes.length === 0 ? ['要写明哪个结果代码表示成功'] : []),
  ]
}

interface Placed {
  readonly part: LayoutPart
  readonly at: number
  readonly field: LayoutField
}

const fieldsOf = ({ header, detail, trailer }: DebitLayout): Placed[] => [
  ...header.map((field, at): Placed => ({ part: 'header', at, field })),
  ...detail.map((field, at): Placed => ({ part: 'detail', at, field })),
  ...trailer.map((field, at): Placed => ({ part: 'trailer', at, field })),
]

function fieldProblems(
  { purpose, separator }: DebitLayout,
  part: LayoutPart,
  { content, text, width, padSide, padWith }: LayoutField,
): string[] {
  const facts: ContentFacts = fieldContents[content]
  const problems: string[] = []
  if (!facts.in.includes(purpose)) problems.push('不能用在这种文件里')
  if (!(part === 'detail' ? facts.detail : facts.whole)) problems.push('不能放在这一行')
  if (content === 'constant' && text === '') problems.push('要填写固定的文字')
  if (content !== 'constant' && text !== '') problems.push('不用填写文字')
  if (separator !== null && text.includes(separator)) problems.push('文字里不能有分隔符')
  if (text !== text.trim()) problems.push('文字前后不能有空格')
  if (separator === null && width === 0) problems.push('要写明长度')
  if (padWith === '0' && !(facts.isNumber && padSide === 'left')) problems.push('只有数字可以在左边补零')
  return problems
}

const twice = (contents: readonly FieldContent[]): FieldContent[] => [
  ...new Set(
    contents.filter(
      (content, at) => content !== 'constant' && content !== 'ignored' && contents.indexOf(content) !== at,
    ),
  ),
]
