import type { PhotoView } from '@anjiao/shared/contract/evidence'
import { Cell, Cells, Note } from '../../ui/cell'
import { photoTexts } from './texts'

/** Photos that went with an application or a dispute: kept, not shown again, and deleted when `deletedWhen` says. */
export function SentPhotos({ photos, deletedWhen }: { photos: readonly PhotoView[]; deletedWhen: string }) {
  if (photos.length === 0) return null
  return (
    <>
      <Cells>
        {photos.map(({ id, deleted }, at) => (
          <Cell
            key={id}
            icon={deleted ? 'check' : 'lock'}
            label={photoTexts.one(at + 1)}
            hint={deleted ? photoTexts.deleted : photoTexts.kept}
          />
        ))}
      </Cells>
      {photos.some(({ deleted }) => !deleted) && <Note>{deletedWhen}</Note>}
    </>
  )
}
