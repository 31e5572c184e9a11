import type { RollImport } from '@anjiao/shared/contract/community'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Bars } from '../../../ui/charts'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** What was read in the file, whether it is new or not. */
export function FileCard({ roll: { fileName, summary } }: { roll: RollImport }) {
  const items = Object.entries(summary.byFeeItemFen).sort(([, one], [, other]) => other - one)
  return (
    <Card title={texts.inFile}>
      <Stack>
        <Note>{texts.file(fileName)}</Note>
        <Figures label={texts.inFile}>
          <Figure label={texts.households} value={texts.homes(summary.households)} />
          <Figure label={texts.inArrears} value={texts.homes(summary.householdsInArrears)} />
          <Figure label={texts.charges} value={texts.pieces(summary.charges)} />
        </Figures>
        <Figure label={texts.arrears} value={<Money fen={summary.arrearsFen} size="middle" />} />
        <Bars
          label={texts.byFeeItem}
          bars={items.map(([label, fen]) => ({ label, amount: fen, text: <Money fen={fen} /> }))}
        />
      </Stack>
    </Card>
  )
}
