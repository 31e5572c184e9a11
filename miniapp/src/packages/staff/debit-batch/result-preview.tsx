import type { DebitResultPreview } from '@anjiao/shared/contract/debit-batches'
import { Slices } from '../../../features/staff-lists/slices'
import { Button } from '../../../ui/button'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { stepTexts as texts } from './texts'

export interface ResultPreviewProps {
  fileName: string
  preview: DebitResultPreview
  busy: boolean
  onTake: () => void
}

/** What a file would book, and who was not debited and why. */
export function ResultPreview({ fileName, preview, busy, onTake }: ResultPreviewProps) {
  const { isKnown, succeeded, succeededFen, failed, unanswered } = preview
  if (isKnown) return <Note>{texts.known}</Note>
  return (
    <Stack>
      <Definition
        title={fileName}
        longLabels
        lines={[
          { label: texts.willBook, text: texts.willBookOf(succeeded, succeededFen) },
          { label: texts.willFail, text: texts.times(failed.length) },
          { label: texts.stillWaits, text: texts.times(unanswered) },
        ]}
      />
      {failed.length > 0 && (
        <>
          <Note>{texts.failedList}</Note>
          <Slices rows={failed}>
            {(shown) => (
              <Cells>
                {shown.map(({ no, roomName, reason, code, amountFen }) => (
                  <Cell
                    key={no}
                    label={`${no}　${roomName}`}
                    hint={reason === '' ? `${texts.noReason}（${code}）` : `${reason}（${code}）`}
                    value={<Money fen={amountFen} />}
                  />
                ))}
              </Cells>
            )}
          </Slices>
        </>
      )}
      <Button busy={busy} onPress={onTake}>
        {texts.take}
      </Button>
    </Stack>
  )
}
