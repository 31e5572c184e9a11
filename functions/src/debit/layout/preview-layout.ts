import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { DebitLayout, LayoutPreview } from '@anjiao/shared/contract/debit-layouts'
import { layoutProblems } from '@anjiao/shared/debit-layout'
import { fen, sumFen } from '@anjiao/shared/money'
import { Refusal } from '../../platform/refusal.ts'
import type { FileValues } from './file-values.ts'
import { bytesText } from './text-bytes.ts'
import { writeFile } from './write-file.ts'

/** How a file of two made-up homes would look; one has a long name and a long account. Pure. */
export function previewLayout(layout: DebitLayout, today: BusinessDate): LayoutPreview {
  const problems = layoutProblems(layout)
  if (problems.length > 0) return { problems, lines: [], bytes: 0 }
  try {
    const bytes = writeFile(layout, sample(addDays(today, 3)))
    const text = bytesText(bytes, layout.encoding) ?? ''
    const lines = text.split(/\r?\n/).filter((line) => line !== '')
    return { problems, lines, bytes: lineLength(layout, bytes) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { problems: [error.message.replace(/^[\w-]+: /, '')], lines: [], bytes: 0 }
  }
}

function sample(date: BusinessDate): FileValues {
  const lines = [
    {
      account: '6222021234567890128',
      holder: '王小明',
      room: '8栋 2单元 1203',
      amount: fen(23_660),
      code: '0000',
    },
    {
      account: '62170012345678901234',
      holder: '阿卜杜热合曼·买买提',
      room: '12栋 13单元 2304',
      amount: fen(123_456),
      code: '1001',
      reason: '余额不足',
    },
  ].map((line, at) => ({
    ...line,
    batch: '20261205000012',
    date,
    line: at + 1,
    bank: '中国工商银行上海分行',
  }))
  const whole = {
    batch: '20261205000012',
    date,
    count: lines.length,
    sum: sumFen(lines.map(({ amount }) => amount)),
    ok_count: 1,
    ok_sum: fen(23_660),
  }
  return { header: whole, lines, trailer: whole }
}

/** Of the first line for a home. */
function lineLength({ header, lineEnd }: DebitLayout, bytes: Uint8Array): number {
  const whole = Buffer.from(bytes)
  const from = header.length > 0 ? whole.indexOf(10) + 1 : 0
  return whole.indexOf(10, from) - from - (lineEnd === 'crlf' ? 1 : 0)
}
