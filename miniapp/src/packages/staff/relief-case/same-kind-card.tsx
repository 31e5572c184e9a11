import { formatDate } from '@anjiao/shared/calendar'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { grantWords } from '@anjiao/shared/relief-words'
import { View } from '@tarojs/components'
import { ReliefTag } from '../../../features/staff-relief/relief-tag'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { texts } from './texts'

/** How like cases were decided, without names: the same case is treated the same (明码标价规定 6). */
export const SameKindCard = ({ sameKind }: Pick<ReliefCase, 'sameKind'>) => (
  <Card title={texts.sameKind}>
    {sameKind.length === 0 ? (
      <Note>{texts.noSameKind}</Note>
    ) : (
      <>
        <Note>{texts.sameKindRule}</Note>
        <Cells>
          {sameKind.map(({ decidedOn, state, grant }, at) => (
            <Cell
              // biome-ignore lint/suspicious/noArrayIndexKey: earlier decisions have no names here, nor state
              key={at}
              label={formatDate(decidedOn)}
              hint={grant && <View className="whole-words">{grantWords(grant).join('；')}</View>}
              value={<ReliefTag state={state} />}
            />
          ))}
        </Cells>
      </>
    )}
  </Card>
)
