import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useState } from 'react'
import { maySetRefundLimit } from '../../../features/staff-refunds/may-refund'
import { useRefundLimit } from '../../../features/staff-refunds/use-refunds'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { LimitSheet } from './limit-sheet'
import { limitTexts as texts } from './texts'

/** Up to which sum one person is enough, and for a manager the way to change it. */
export function LimitCard({ post }: { post: StaffPost }) {
  const limit = useRefundLimit(post.communityId)
  const [changing, setChanging] = useState(false)
  const saved = () => {
    setChanging(false)
    limit.reload()
  }
  return (
    <Card title={texts.title}>
      <Loaded of={limit} lines={2}>
        {({ aloneUpToFen }) => (
          <Stack>
            {aloneUpToFen > 0 && <Money fen={aloneUpToFen} size="middle" />}
            <Note>{aloneUpToFen > 0 ? texts.upTo : texts.none}</Note>
            {maySetRefundLimit(post) && (
              <Button look="quiet" onPress={() => setChanging(true)}>
                {texts.change}
              </Button>
            )}
            {changing && (
              <LimitSheet
                at={post}
                beforeFen={aloneUpToFen}
                onClose={() => setChanging(false)}
                onSaved={saved}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Card>
  )
}
