import { formatDate } from '@anjiao/shared/calendar'
import type { Statement } from '@anjiao/shared/contract/billing'
import { entryKinds } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Cell, Cells } from '../../ui/cell'
import { SignedMoney } from './signed-money'

/** What the books say happened, line by line: to a charge, or to what was paid ahead. */
export const Movements = ({ rows }: { rows: Statement['history'] }) => (
  <Cells>
    {rows.map(({ date, kind, amountFen, memo }, at) => (
      <Cell
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of the books have no id here, no state, and are all told anew
        key={at}
        label={entryKinds[kind]}
        hint={
          <View className="whole-words">{memo ? `${formatDate(date)} · ${memo}` : formatDate(date)}</View>
        }
        value={<SignedMoney fen={amountFen} />}
      />
    ))}
  </Cells>
)
