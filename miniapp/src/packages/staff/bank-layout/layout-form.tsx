import { type BankColumn, bankColumns, bankLayoutProblems } from '@anjiao/shared/bank-statement'
import type { BankLayout } from '@anjiao/shared/contract/bank-statements'
import { layoutEncodings, layoutSeparators } from '@anjiao/shared/debit-layout'
import type { CommunityId, MoneyPlaceId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { goBack } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffBankStatement } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { ErrorNote } from '../../../ui/states'
import { columnsOf } from './read-heading'
import { texts } from './texts'

export interface LayoutFormProps {
  communityId: CommunityId
  placeId: MoneyPlaceId
  stored: BankLayout | null
}

/** The commonest: what a bank's page saves for Excel on a Chinese Windows. */
const begun: BankLayout = { encoding: 'gbk', separator: ',', columns: [], creditMark: '', totalMark: '' }

const separators = ([',', '\t', '|'] as const).map((value) => ({ value, label: layoutSeparators[value] }))
const encodings = (['gbk', 'utf8'] as const).map((value) => ({ value, label: layoutEncodings[value] }))
const contents = (
  ['day', 'serial', 'amount', 'direction', 'credit', 'debit', 'balance', 'name', 'remark', 'ignored'] as const
).map((value) => ({ value, label: bankColumns[value] }))

/** The heading of a file, pasted, and what each of its columns holds. */
export function LayoutForm({ communityId, placeId, stored }: LayoutFormProps) {
  const [layout, setLayout] = useState(stored ?? begun)
  const [heading, setHeading] = useState(
    stored ? stored.columns.map(({ title }) => title).join(stored.separator) : '',
  )
  const { run, busy, failure } = useMutation((body: BankLayout, intention) =>
    call(
      'PUT /v1/staff/communities/:communityId/money-places/:placeId/bank-layout',
      { params: { communityId, placeId }, body },
      { intention },
    ),
  )
  const change = (part: Partial<BankLayout>) => setLayout({ ...layout, ...part })
  const read = (typed: string, separator: BankLayout['separator']) => {
    setHeading(typed)
    change({ separator, columns: columnsOf(typed, separator, layout.columns) })
  }
  const choose = (at: number, content: BankColumn) =>
    change({ columns: layout.columns.map((column, each) => (each === at ? { ...column, content } : column)) })
  const hasDirection = layout.columns.some(({ content }) => content === 'direction')
  const wanted = hasDirection ? layout : { ...layout, creditMark: '' }
  const problems = bankLayoutProblems(wanted)
  const save = async () => {
    if (!(await run(wanted))) return
    toast(texts.saved)
    goBack(toStaffBankStatement({ communityId }, placeId))
  }
  return (
    <Columns>
      <Card title={texts.form}>
        <Stack>
          <Field
            label={texts.heading}
            lines="many"
            maxLength={1000}
            value={heading}
            onChange={(typed) => read(typed, layout.separator)}
          />
          <Select
            label={texts.separator}
            options={separators}
            value={layout.separator}
            onChange={(separator) => read(heading, separator)}
          />
          <Select
            label={texts.encoding}
            options={encodings}
            value={layout.encoding}
            onChange={(encoding) => change({ encoding })}
          />
          <Note>{texts.encodingHint}</Note>
          <Field
            label={texts.totalMark}
            hint={texts.totalMarkHint}
            maxLength={10}
            value={layout.totalMark}
            onChange={(totalMark) => change({ totalMark })}
          />
        </Stack>
      </Card>
      {layout.columns.length > 0 && (
        <Card title={texts.columns}>
          <Stack>
            <Note>{texts.columnsHint}</Note>
            {layout.columns.map(({ title, content }, at) => (
              <Select
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by where it stands.
                key={at}
                label={title}
                options={contents}
                value={content}
                onChange={(chosen) => choose(at, chosen)}
              />
            ))}
            {hasDirection && (
              <Field
                label={texts.creditMark}
                hint={texts.creditMarkHint}
                maxLength={10}
                value={layout.creditMark}
                onChange={(creditMark) => change({ creditMark })}
              />
            )}
            {problems.length > 0 && <ErrorNote sentence={`${texts.problems}：${problems.join('；')}。`} />}
            {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
            <Button busy={busy} disabled={problems.length > 0} onPress={() => void save()}>
              {texts.save}
            </Button>
          </Stack>
        </Card>
      )}
    </Columns>
  )
}
