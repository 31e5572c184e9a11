import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import { sumFen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** What was let go of in all, and how many asked, were granted and were refused. */
export function TotalCard({ byKind }: Pick<ReliefOverview, 'byKind'>) {
  const counted = (what: 'asked' | 'granted' | 'refused') =>
    texts.pieces(byKind.reduce((sum, kind) => sum + kind[what], 0))
  return (
    <Card title={texts.total}>
      <Stack>
        <View>
          <Money fen={sumFen(byKind.map(({ reliefFen }) => reliefFen))} size="large" tone="good" />
          <Note>{texts.totalHint}</Note>
        </View>
        <Figures label={texts.total}>
          <Figure label={texts.asked} value={counted('asked')} />
          <Figure label={texts.granted} value={counted('granted')} tone="good" />
          <Figure label={texts.refused} value={counted('refused')} />
        </Figures>
      </Stack>
    </Card>
  )
}
