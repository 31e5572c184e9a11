import { limitWords } from '@anjiao/shared/advance-limit'
import type { Advance } from '@anjiao/shared/contract/payments'
import { formatYuan } from '@anjiao/shared/money'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Empty } from '../../ui/states'
import { Movements } from '../bills/movements'
import { advanceTexts } from './texts'

/** 预存: how much there is, and how it came and went. */
export const AdvanceAccount = ({ balanceFen, limit, movements }: Advance) => (
  <>
    <Card title={advanceTexts.balance}>
      <Money fen={balanceFen} size="large" tone={balanceFen > 0 ? 'good' : 'ink'} />
      <Note>{advanceTexts.what}</Note>
      {limit && (
        <Note>
          {advanceTexts.limitIs(limitWords(limit), limit.publishedAs)}
          {limit.homeMostFen !== null && advanceTexts.homeMost(formatYuan(limit.homeMostFen))}
        </Note>
      )}
    </Card>
    <Card title={advanceTexts.movements}>
      {movements.length === 0 && (
        <Empty icon="wallet" title={advanceTexts.none} hint={advanceTexts.noneHint} />
      )}
      <Movements rows={movements} />
    </Card>
  </>
)
