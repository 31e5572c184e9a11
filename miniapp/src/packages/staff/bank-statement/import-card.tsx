import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { BankPreview } from '@anjiao/shared/contract/bank-statements'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, longTimeoutMs } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import { type PickedFile, pickFile } from '../../../platform/upload'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffBankLayout } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { DateField } from '../../../ui/select'
import { ErrorNote } from '../../../ui/states'
import { FilePreview } from './file-preview'
import type { OfStatementProps } from './statement-view'
import { importTexts as texts } from './texts'

/** A quarter of a busy account is a fraction of it. */
const fileBytesMax = 10 * 1024 * 1024

/** A file of the bank's and the days it is of: read and shown first, taken in only when that is confirmed. */
export function ImportCard(props: OfStatementProps) {
  const { post, placeId, statement, onChanged } = props
  const { layout } = statement
  const toLayout = () => go(toStaffBankLayout(post, placeId))
  return (
    <Card title={texts.title} tone="brand">
      {layout === null ? (
        <Stack>
          <Note>{texts.noLayout}</Note>
          <Button onPress={toLayout}>{texts.toLayout}</Button>
        </Stack>
      ) : (
        <Stack>
          <TakeIn {...props} onChanged={onChanged} />
          <Note>{texts.columns(layout.columns.map(({ title }) => title).join('、'))}</Note>
          <Button look="plain" onPress={toLayout}>
            {texts.changeLayout}
          </Button>
        </Stack>
      )}
    </Card>
  )
}

interface WholeFile {
  readonly file: PickedFile
  readonly query: { readonly from: BusinessDate; readonly to: BusinessDate }
}

function TakeIn({
  post: { communityId },
  placeId,
  statement: { takenThrough },
  onChanged,
}: OfStatementProps) {
  const params = { communityId, placeId }
  const yesterday = addDays(today(), -1)
  const next = takenThrough === null ? yesterday : addDays(takenThrough, 1)
  const [from, setFrom] = useState<BusinessDate>(next < yesterday ? next : yesterday)
  const [to, setTo] = useState<BusinessDate>(yesterday)
  const [read, setRead] = useState<WholeFile & { readonly preview: BankPreview }>()
  const [isTooLarge, setTooLarge] = useState(false)
  const reading = useMutation(({ file, query }: WholeFile, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/preview',
      { params, query, body: file.bytes },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const taking = useMutation(({ file, query }: WholeFile, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement',
      { params, query, body: file.bytes },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const pick = async () => {
    // Banks call such files as they like.
    const file = await pickFile({ extensions: [], maxBytes: fileBytesMax })
    if (file === 'cancelled') return
    setRead(undefined)
    setTooLarge(file === 'too-large')
    if (file === 'too-large') return
    const query = { from, to }
    const preview = await reading.run({ file, query })
    if (preview) setRead({ file, query, preview })
  }
  const take = async (whole: WholeFile) => {
    const taken = await taking.run(whole)
    if (!taken) return
    setRead(undefined)
    toast(texts.taken(taken.added, taken.matched))
    onChanged()
  }
  /** A file was read for the days that stood there: with other days it is chosen anew. */
  const on = (set: (day: BusinessDate) => void) => (day: string) => {
    set(day as BusinessDate)
    setRead(undefined)
  }
  return (
    <>
      <Columns>
        <DateField label={texts.from} value={from} last={today()} onChange={on(setFrom)} />
        <DateField label={texts.to} value={to} first={from} last={today()} onChange={on(setTo)} />
      </Columns>
      <Note>{texts.daysHint}</Note>
      {isTooLarge && <ErrorNote sentence={texts.tooLarge} />}
      <DecisionFailure failure={taking.failure ?? reading.failure} onRefresh={onChanged} />
      {read && (
        <FilePreview
          fileName={read.file.name}
          preview={read.preview}
          busy={taking.busy}
          onTake={() => void take(read)}
        />
      )}
      <Button
        look={read ? 'plain' : 'primary'}
        icon="upload"
        busy={reading.busy}
        disabled={taking.busy}
        onPress={() => void pick()}
      >
        {read ? texts.another : texts.pick}
      </Button>
    </>
  )
}
