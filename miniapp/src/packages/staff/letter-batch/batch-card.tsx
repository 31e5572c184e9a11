import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { LetterBatch } from '@anjiao/shared/contract/letters'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { mayPrintLetters } from '../../../features/staff-post/may-print'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { LettersFile } from './letters-file'
import { PostedSheet } from './posted-sheet'
import { texts } from './texts'

export interface BatchCardProps {
  post: StaffPost
  batch: LetterBatch
  /** Letters that nobody needs to post any more. */
  settled: number
  onChanged: () => void
}

/** What was printed, where it has got to, the paper itself, and the way to note all of it at once. */
export function BatchCard({ post, batch, settled, onChanged }: BatchCardProps) {
  const { letters, toNote, posted, delivered, failed, hasPdf } = batch
  const [posting, setPosting] = useState(false)
  const close = () => setPosting(false)
  return (
    <Card title={texts.name(batch.from, batch.building)}>
      <Stack>
        <Note>{texts.made(instantText(batch.madeAt), batch.madeBy)}</Note>
        {letters === 0 && <Note>{texts.nothing}</Note>}
        <Figures label={texts.figures}>
          <Figure label={texts.total} value={texts.letters(letters)} />
          <Figure label={texts.toNote} value={texts.letters(toNote)} tone={toNote > 0 ? 'due' : 'ink'} />
          <Figure label={texts.posted} value={texts.letters(posted)} />
          <Figure label={texts.delivered} value={texts.letters(delivered)} tone="good" />
          <Figure label={texts.failed} value={texts.letters(failed)} />
        </Figures>
        {letters > 0 && !hasPdf && <Note>{texts.setting}</Note>}
        <View className="page-ways">
          {hasPdf && mayPrintLetters(post) && (
            <LettersFile communityId={post.communityId} batchId={batch.id} />
          )}
          {toNote > settled && (
            <Button look="quiet" onPress={() => setPosting(true)}>
              {texts.allPosted}
            </Button>
          )}
        </View>
        {hasPdf && mayPrintLetters(post) && <Note>{texts.pdfHint}</Note>}
      </Stack>
      {posting && (
        <PostedSheet
          communityId={post.communityId}
          batch={batch}
          settled={settled}
          onClose={close}
          onDone={() => {
            close()
            onChanged()
          }}
        />
      )}
    </Card>
  )
}
