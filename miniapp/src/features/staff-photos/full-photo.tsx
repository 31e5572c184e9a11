import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { role } from '../../ui/aria'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { classNames } from '../../ui/class-names'
import { Pressable } from '../../ui/pressable'
import { ErrorNote } from '../../ui/states'
import { useEscape } from '../../ui/use-escape'
import './photos.scss'
import { photoTexts as texts } from './texts'

export interface FullPhotoProps {
  name: string
  src: string
  onClose: () => void
}

/** One photo over the whole screen, whole or twice as wide to read what is written on it. */
export function FullPhoto({ name, src, onClose }: FullPhotoProps) {
  const [isLarge, setLarge] = useState(false)
  const [isGone, setGone] = useState(false)
  useEscape(true, onClose)
  return (
    <View className="full-photo" {...role('dialog')} aria-modal aria-label={name}>
      <View className="sheet-head">
        <View className="card-title" {...role('heading')} aria-level={2}>
          {name}
        </View>
        <Pressable className="sheet-close" onPress={onClose} label="关闭">
          关闭
        </Pressable>
      </View>
      {isGone ? (
        <ErrorNote sentence={texts.gone} />
      ) : (
        <>
          <View className="full-photo-frame" {...role('img')} aria-label={name}>
            <Image
              className={classNames('full-photo-image', isLarge && 'full-photo-large')}
              mode={isLarge ? 'widthFix' : 'aspectFit'}
              src={src}
              onError={() => setGone(true)}
            />
          </View>
          <View className="full-photo-foot">
            <Note>{texts.recorded}</Note>
            <Button look="quiet" icon="search" onPress={() => setLarge(!isLarge)}>
              {isLarge ? texts.smaller : texts.larger}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
