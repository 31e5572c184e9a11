import { type BankDoubtKind, bankDoubts, bankLineStates } from '@anjiao/shared/bank-statement'
import { formatDate } from '@anjiao/shared/calendar'
import type { BankLine } from '@anjiao/shared/contract/bank-statements'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { ReopenLine } from './reopen-line'
import { ResolveLine } from './resolve-line'
import type { OfStatementProps } from './statement-view'
import { lineAdvice, moneyWords, outAdvice, texts } from './texts'

export interface LineCardProps extends OfStatementProps {
  line: BankLine
}

/** One line of the bank: what it says, and, where it stands alone, what to do about it. */
export function LineCard(props: LineCardProps) {
  const { post, line } = props
  const { state, doubt } = line
  return (
    <Card
      title={moneyWords(line.amountFen)}
      aside={<Tag tone={doubt ? 'bad' : 'good'}>{doubt ? bankDoubts[doubt] : bankLineStates[state]}</Tag>}
    >
      <Stack>
        <Definition longLabels lines={linesOf(line)} />
        {doubt && <Note>{adviceOf(line, doubt)}</Note>}
        {doubt && mayReconcile(post) && <ResolveLine {...props} />}
        {(state === 'matched' || state === 'explained') && !doubt && mayReconcile(post) && (
          <ReopenLine {...props} />
        )}
      </Stack>
    </Card>
  )
}

const adviceOf = ({ amountFen }: BankLine, doubt: BankDoubtKind): string =>
  doubt === 'missing_here' && amountFen < 0 ? outAdvice : lineAdvice[doubt]

const linesOf = ({ day, serial, otherName, remark, reason, resolvedBy, resolvedAt, doubt }: BankLine) => [
  { label: texts.day, text: formatDate(day) },
  { label: texts.serial, text: serial, copied: true },
  ...(otherName ? [{ label: texts.otherName, text: otherName }] : []),
  ...(remark ? [{ label: texts.remark, text: remark }] : []),
  ...(reason ? [{ label: texts.because, text: reason }] : []),
  ...(!doubt && resolvedBy && resolvedAt
    ? [{ label: texts.by, text: texts.byAt(resolvedBy, instantText(resolvedAt)) }]
    : []),
]
