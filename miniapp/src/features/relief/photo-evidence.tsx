import type { ReliefOptions } from '@anjiao/shared/contract/relief'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { CheckRow } from '../../ui/choice'
import { confirm } from '../../ui/notice'
import { Stack } from '../../ui/page'
import { Sheet } from '../../ui/sheet'
import { PhotoGrid } from '../photos/photo-grid'
import type { Photos } from '../photos/use-photos'
import { consentTexts } from './texts'

export interface PhotoEvidenceProps {
  consent: ReliefOptions['consent']
  agreed: boolean
  onAgree: (agreed: boolean) => void
  photos: Photos
}

/**
 * Evidence in photos: sensitive, hence with a consent of its own, which nobody ticks but the person (个人信息保护法 14, 29).
 * Without it no photo can be taken; whoever takes it back takes the photos back.
 */
export function PhotoEvidence({ consent, agreed, onAgree, photos }: PhotoEvidenceProps) {
  const [reading, setReading] = useState(false)
  const tick = async (next: boolean) => {
    if (!next && photos.photos.length > 0) {
      const { drop, dropAsk, dropYes } = consentTexts
      if (!(await confirm({ title: drop, text: dropAsk, yes: dropYes }))) return
      photos.removeAll()
    }
    onAgree(next)
  }
  return (
    <Stack>
      <CheckRow
        label={consentTexts.tick}
        hint={consentTexts.hint}
        checked={agreed}
        onChange={(next) => void tick(next)}
      />
      <Button look="plain" icon="shield" onPress={() => setReading(true)}>
        {consentTexts.read}
      </Button>
      {agreed ? <PhotoGrid photos={photos} /> : <Note>{consentTexts.first}</Note>}
      <Sheet title={consentTexts.title} open={reading} onClose={() => setReading(false)}>
        <Text className="text">{consent.text}</Text>
      </Sheet>
    </Stack>
  )
}
