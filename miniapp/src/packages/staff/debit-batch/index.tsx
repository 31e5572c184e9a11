import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useRouter } from '@tarojs/taro'
import { mayDebit } from '../../../features/staff-debits/may-debit'
import { sharedTexts } from '../../../features/staff-debits/texts'
import { useDebitBatch } from '../../../features/staff-debits/use-debits'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { debitBatchIn } from '../../../routes/staff-money'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { CancelBatch } from './cancel-batch'
import { CloseBatch } from './close-batch'
import { FactsCard } from './facts-card'
import { FileCard } from './file-card'
import { LineList } from './line-list'
import { ReleaseCard } from './release-card'
import { ResultCard } from './result-card'
import { ResultsCard } from './results-card'
import { texts } from './texts'

export default function DebitBatchPage() {
  return (
    <StaffPage door="debits" title={texts.title}>
      {(post) => <OneBatch post={post} />}
    </StaffPage>
  )
}

function OneBatch({ post }: { post: StaffPost }) {
  const { communityId } = post
  const found = useDebitBatch(communityId, debitBatchIn(useRouter().params))
  return (
    <Loaded of={found} lines={8}>
      {(batch) => {
        const step = { communityId, batch, onChanged: found.reload }
        const { state, unanswered, results } = batch
        const waitsForAnswers = state === 'sent' || (state === 'done' && unanswered > 0)
        return (
          <>
            <Columns>
              <FactsCard batch={batch} />
              <Stack>
                {state === 'made' && <ReleaseCard {...step} />}
                {!mayDebit(post) && <Note>{sharedTexts.onlyFinance}</Note>}
                {mayDebit(post) && (state === 'released' || state === 'sent') && <FileCard {...step} />}
                {mayDebit(post) && waitsForAnswers && <ResultCard {...step} />}
                {results.length > 0 && <ResultsCard results={results} />}
                {mayDebit(post) && (state === 'made' || state === 'released') && <CancelBatch {...step} />}
                {mayDebit(post) && state === 'sent' && <CloseBatch {...step} />}
              </Stack>
            </Columns>
            <LineList at={{ communityId }} lines={batch.lines} />
          </>
        )
      }}
    </Loaded>
  )
}
