import type { DebitLine } from '@anjiao/shared/contract/debit-batches'
import { type DebitLineState, debitLeftOut, debitLineStates } from '@anjiao/shared/debit-life'
import { useState } from 'react'
import { sharedTexts } from '../../../features/staff-debits/texts'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { Section } from '../../../features/staff-lists/section'
import { go } from '../../../platform/navigate'
import { type AtCommunity, toStaffHousehold } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Select } from '../../../ui/select'
import { Empty } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { Tag, type Tone } from '../../../ui/tag'
import { texts } from './texts'

/** Those that somebody may have to do something about come first. */
const inOrder = ['failed', 'sent', 'unanswered', 'chosen', 'succeeded', 'left_out'] as const

const tones: Readonly<Record<DebitLineState, Tone>> = {
  chosen: 'due',
  sent: 'due',
  succeeded: 'good',
  failed: 'bad',
  unanswered: 'due',
  left_out: 'calm',
}

/** Each home of a batch: what became of it and why. */
export function LineList({ at, lines }: { at: AtCommunity; lines: readonly DebitLine[] }) {
  const [state, setState] = useState<DebitLineState | 'all'>('all')
  const counted = (of: DebitLineState) => lines.filter((line) => line.state === of).length
  const choices = [
    { value: 'all' as const, label: `${texts.all} ${texts.homesOf(lines.length)}` },
    ...inOrder
      .filter((of) => counted(of) > 0 || of === state)
      .map((value) => ({
        value,
        label: `${debitLineStates[value].label} ${texts.homesOf(counted(value))}`,
      })),
  ]
  const shown = state === 'all' ? lines : lines.filter((line) => line.state === state)
  return (
    <Section title={texts.lines}>
      <Select label={texts.filter} options={choices} value={state} onChange={setState} />
      {shown.length === 0 ? (
        <Card>
          <Empty icon="people" title={texts.noLines} />
        </Card>
      ) : (
        <LongTable label={texts.lines} columns={columnsFor(at)} rows={shown} keyOf={({ no }) => String(no)} />
      )}
    </Section>
  )
}

const columnsFor = (at: AtCommunity): readonly Column<DebitLine>[] => [
  {
    title: sharedTexts.room,
    main: true,
    of: ({ no, roomName, householdId }) => (
      <RowLink onPress={() => go(toStaffHousehold(at, householdId))}>{`${no}　${roomName}`}</RowLink>
    ),
  },
  { title: sharedTexts.owner, whole: true, of: ({ ownerMasked }) => ownerMasked },
  {
    title: sharedTexts.account,
    of: ({ bankName, lastDigits }) => sharedTexts.accountOf(bankName, lastDigits),
  },
  { title: sharedTexts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  {
    title: texts.state,
    of: ({ state }) => <Tag tone={tones[state]}>{debitLineStates[state].label}</Tag>,
  },
  { title: texts.why, long: true, of: whyOf },
]

function whyOf({ state, why, code, reason, toldAt, advanceFen }: DebitLine): string {
  if (why) return debitLeftOut[why]
  if (state === 'failed') return texts.code(code ?? '', reason)
  if (advanceFen > 0) return texts.toAdvance(advanceFen)
  if (state === 'sent') return texts.waits
  return toldAt === null ? texts.notTold : texts.told(instantText(toldAt))
}
