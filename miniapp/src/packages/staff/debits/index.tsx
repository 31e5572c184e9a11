import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useState } from 'react'
import { mayDebit } from '../../../features/staff-debits/may-debit'
import { sharedTexts } from '../../../features/staff-debits/texts'
import { useDebits } from '../../../features/staff-debits/use-debits'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { go } from '../../../platform/navigate'
import { toStaffDebitBatch } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { BatchTable } from './batch-table'
import { NewBatch } from './new-batch'
import { isReady, ReadyCard } from './ready-card'
import { texts } from './texts'

export default function DebitsPage() {
  return <StaffPage door="debits">{(post) => <AllDebits post={post} />}</StaffPage>
}

function AllDebits({ post }: { post: StaffPost }) {
  const { communityId } = post
  const debits = useDebits(communityId)
  const [making, setMaking] = useState(false)
  const stop = () => setMaking(false)
  return (
    <Loaded of={debits} lines={8}>
      {(told) =>
        making ? (
          <NewBatch
            communityId={communityId}
            debits={told}
            onNever={stop}
            onMade={({ id }) => {
              stop()
              go(toStaffDebitBatch({ communityId }, id))
            }}
          />
        ) : (
          <>
            <ReadyCard post={post} debits={told} />
            {!mayDebit(post) && <Note>{sharedTexts.onlyFinance}</Note>}
            {mayDebit(post) && isReady(told) && <Button onPress={() => setMaking(true)}>{texts.make}</Button>}
            <BatchTable at={{ communityId }} batches={told.batches} />
          </>
        )
      }
    </Loaded>
  )
}
