import { photoLimits } from '@anjiao/shared/photo-limits'
import { Image, View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { toPrivacy } from '../../routes'
import { role } from '../../ui/aria'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { useAgreement } from '../privacy/use-agreement'
import { notTakenTexts, photoTexts } from './texts'
import type { Photo, Photos } from './use-photos'
import './photos.scss'

/** The photos of a form, each with how far it has come, and the ways to add more. */
export function PhotoGrid({ photos: { photos, refused, add, retry, remove } }: { photos: Photos }) {
  return (
    <View className="photos">
      {photos.length > 0 && (
        <View className="photo-list" {...role('list')} aria-label={photoTexts.list}>
          {photos.map((photo, at) => (
            <PhotoItem
              key={photo.key}
              photo={photo}
              number={at + 1}
              onRetry={() => retry(photo)}
              onRemove={() => remove(photo)}
            />
          ))}
        </View>
      )}
      {refused && <ErrorNote sentence={notTakenTexts[refused]} />}
      <Ways left={photoLimits.perSubject - photos.length} add={add} />
    </View>
  )
}

/** Camera and album, once the notice that tells of them was agreed to (个人信息保护法 17). */
function Ways({ left, add }: { left: number; add: Photos['add'] }) {
  const { agreed } = useAgreement()
  if (left === 0) return <Note>{photoTexts.full}</Note>
  if (!agreed) {
    return (
      <Button look="quiet" icon="shield" onPress={() => go(toPrivacy({ ask: true }))}>
        {photoTexts.readFirst}
      </Button>
    )
  }
  return (
    <>
      <View className="photo-ways">
        <Button look="quiet" icon="camera" onPress={() => add('camera')}>
          {photoTexts.camera}
        </Button>
        <Button look="quiet" icon="picture" onPress={() => add('album')}>
          {photoTexts.album}
        </Button>
      </View>
      <Note>{photoTexts.room(left)}</Note>
    </>
  )
}

interface PhotoItemProps {
  photo: Photo
  number: number
  onRetry: () => void
  onRemove: () => void
}

function PhotoItem({ photo, number, onRetry, onRemove }: PhotoItemProps) {
  const { picture, state, sentence } = photo
  const where = whereItIs(photo)
  const spoken = `${photoTexts.one(number)}，${where}`
  return (
    <View className={`photo photo-${state}`} {...role('listitem')} aria-label={spoken}>
      <Image className="photo-picture" src={picture.preview} mode="aspectFill" aria-hidden />
      <View className="photo-words">
        <View>{photoTexts.one(number)}</View>
        <View className="cell-hint">{where}</View>
        {sentence && <View className="field-error">{sentence}</View>}
      </View>
      <View className="photo-buttons">
        {state === 'failed' && (
          <Button look="quiet" label={photoTexts.againOne(number)} onPress={onRetry}>
            {photoTexts.again}
          </Button>
        )}
        <Button look="plain" label={photoTexts.removeOne(number)} onPress={onRemove}>
          {photoTexts.remove}
        </Button>
      </View>
    </View>
  )
}

/** WeChat does not say how far a file is, only that it has gone. */
function whereItIs({ state, share }: Photo): string {
  if (state !== 'sending' || share === 0 || share >= 1) return photoTexts[state]
  return photoTexts.percent(Math.floor(share * 100))
}
