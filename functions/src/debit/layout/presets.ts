import type { DebitLayout, LayoutField } from '@anjiao/shared/contract/debit-layouts'
import type { FieldContent } from '@anjiao/shared/debit-layout'

const free = (content: FieldContent): LayoutField => ({
  content,
  text: '',
  width: 0,
  padSide: 'right',
  padWith: ' ',
})
const wide = (content: FieldContent, width: number): LayoutField => ({ ...free(content), width })
const zeros = (content: FieldContent, width: number): LayoutField => ({
  ...free(content),
  width,
  padSide: 'left',
  padWith: '0',
})
const mark = (text: string): LayoutField => ({ ...free('constant'), text, width: text.length })

const separated = {
  encoding: 'gbk',
  lineEnd: 'crlf',
  separator: '|',
  amountForm: 'yuan',
  dateForm: 'compact',
  trailer: [],
} as const satisfies Partial<DebitLayout>

const fixed = {
  encoding: 'gbk',
  lineEnd: 'crlf',
  separator: null,
  amountForm: 'fen',
  dateForm: 'compact',
} as const satisfies Partial<DebitLayout>

/** Two ways in which banks commonly take such files, to begin with: fields between bars, and fields by width. Ours; no bank's own. */
export const presets: readonly DebitLayout[] = [
  {
    ...separated,
    purpose: 'out',
    name: '竖线分隔',
    header: [free('batch'), free('date'), free('count'), free('sum')],
    detail: [free('line'), free('account'), free('holder'), free('amount')],
    okCodes: [],
  },
  {
    ...separated,
    purpose: 'result',
    name: '竖线分隔',
    header: [free('batch'), free('date'), free('count'), free('sum'), free('ok_count'), free('ok_sum')],
    detail: [free('line'), free('account'), free('amount'), free('code'), free('reason')],
    okCodes: ['0000'],
  },
  {
    ...fixed,
    purpose: 'out',
    name: '固定长度',
    header: [mark('H'), wide('batch', 20), wide('date', 8)],
    detail: [mark('D'), zeros('line', 6), wide('account', 32), wide('holder', 60), zeros('amount', 15)],
    trailer: [mark('T'), zeros('count', 6), zeros('sum', 15)],
    okCodes: [],
  },
  {
    ...fixed,
    purpose: 'result',
    name: '固定长度',
    header: [mark('H'), wide('batch', 20), wide('date', 8)],
    detail: [
      mark('D'),
      zeros('line', 6),
      wide('account', 32),
      zeros('amount', 15),
      wide('code', 4),
      wide('reason', 40),
    ],
    trailer: [mark('T'), zeros('count', 6), zeros('sum', 15)],
    okCodes: ['0000'],
  },
]
