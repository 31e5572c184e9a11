import { formatDate } from '@anjiao/shared/calendar'
import type { BankPreview } from '@anjiao/shared/contract/bank-statements'
import { formatYuan } from '@anjiao/shared/money'
import { Button } from '../../../ui/button'
import { Cell, Cells, Note } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Definition } from '../../../ui/definition'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { importTexts as texts } from './texts'

export interface FilePreviewProps {
  fileName: string
  preview: BankPreview
  busy: boolean
  onTake: () => void
}

/** What a file says: its sums, and its first lines as they were read. */
export function FilePreview({ fileName, preview, busy, onTake }: FilePreviewProps) {
  const { known, lines, fresh, inFen, outFen, sample } = preview
  if (known) return <Note>{texts.known}</Note>
  return (
    <Stack>
      <Definition
        title={fileName}
        longLabels
        lines={[
          { label: texts.lines, text: texts.times(count(lines)) },
          { label: texts.fresh, text: texts.times(count(fresh)) },
          { label: texts.in, text: texts.yuan(formatYuan(inFen)) },
          { label: texts.out, text: texts.yuan(formatYuan(outFen)) },
        ]}
      />
      {sample.length > 0 && (
        <>
          <Note>{texts.look}</Note>
          <Cells>
            {sample.slice(0, sampleShown).map(({ serial, day, amountFen, otherName, remark }) => (
              <Cell
                key={serial}
                label={[formatDate(day), otherName].filter(Boolean).join('　')}
                hint={[serial, remark].filter(Boolean).join('　')}
                value={<Money fen={amountFen} />}
              />
            ))}
          </Cells>
        </>
      )}
      <Button busy={busy} onPress={onTake}>
        {lines === 0 ? texts.nothing : texts.take}
      </Button>
    </Stack>
  )
}

/** Enough to see whether the columns are read rightly. */
const sampleShown = 5
