import type { PhotoView } from '@anjiao/shared/contract/evidence'
import type { PhotoId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { fileAddress } from '../../platform/file-address'
import { useMutation } from '../../platform/use-mutation'
import { Card } from '../../ui/card'
import { Cell, Cells, Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { FullPhoto } from './full-photo'
import { photoTexts as texts } from './texts'

export interface PhotosCardProps {
  photos: readonly PhotoView[]
  /** Who may not look is told who may. */
  mayView: boolean
  /** Asks for a short-lived link; the server writes down who did. */
  ask: (photoId: PhotoId, intention: string) => Promise<{ readonly url: string }>
}

/** Photos that a resident attached. Each is asked for when it is looked at, and its link is forgotten when it is closed. */
export function PhotosCard({ photos, mayView, ask }: PhotosCardProps) {
  const [shown, setShown] = useState<{ name: string; src: string }>()
  const asking = useMutation(ask)
  const show = async (photoId: PhotoId, name: string) => {
    const link = await asking.run(photoId)
    if (link) setShown({ name, src: fileAddress(link.url) })
  }
  return (
    <Card title={texts.title}>
      <Note>{mayView ? texts.recorded : texts.notYours}</Note>
      <Cells>
        {photos.map(({ id, bytes, deleted }, at) => {
          const name = texts.name(at + 1)
          return (
            <Cell
              key={id}
              icon={deleted ? 'check' : 'lock'}
              label={name}
              hint={deleted ? texts.deleted : texts.size(bytes)}
              onPress={mayView && !deleted ? () => void show(id, name) : undefined}
            />
          )
        })}
      </Cells>
      {asking.failure && (
        <ErrorNote sentence={asking.failure.sentence} reference={asking.failure.requestId} />
      )}
      {shown && <FullPhoto {...shown} onClose={() => setShown(undefined)} />}
    </Card>
  )
}
