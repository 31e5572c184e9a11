import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { OpenSuspense } from '@anjiao/shared/contract/suspense'
import { sumFen } from '@anjiao/shared/money'
import { Text } from '@tarojs/components'
import { Slices } from '../../../features/staff-lists/slices'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { useOpenSuspense } from '../../../features/staff-suspense/use-suspense'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { Columns, Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { OpenCard } from './open-card'
import { texts } from './texts'

/** Money that waits for somebody to say whose it is. */
export function OpenList({ post }: { post: StaffPost }) {
  const items = useOpenSuspense(post.communityId)
  return (
    <Loaded of={items} lines={6}>
      {(listed) =>
        listed.length === 0 ? (
          <Card>
            <Empty icon="check" title={texts.none} hint={texts.noneHint} />
          </Card>
        ) : (
          <>
            <Sum items={listed} />
            {!mayReconcile(post) && <Note>{texts.notYours}</Note>}
            <Slices rows={listed}>
              {(shown) => (
                <Columns>
                  {shown.map((item) => (
                    <OpenCard key={item.id} post={post} item={item} onChanged={items.reload} />
                  ))}
                </Columns>
              )}
            </Slices>
          </>
        )
      }
    </Loaded>
  )
}

const Sum = ({ items }: { items: readonly OpenSuspense[] }) => (
  <Card tone="due">
    <Stack>
      <Text className="text">{texts.lead}</Text>
      <Figures label={texts.total}>
        <Figure label={texts.number} value={texts.items(items.length)} />
        <Figure label={texts.total} value={<Money fen={sumFen(items.map(({ amountFen }) => amountFen))} />} />
      </Figures>
    </Stack>
  </Card>
)
