import { View } from '@tarojs/components'
import { classNames } from './class-names'

/** Pictures for those who would rather look than read; each is drawn in icon.scss. */
export type IconName =
  | 'back'
  | 'bell'
  | 'bill'
  | 'book'
  | 'building'
  | 'calculator'
  | 'calendar'
  | 'camera'
  | 'car'
  | 'check'
  | 'clock'
  | 'coin'
  | 'drop'
  | 'flame'
  | 'heart'
  | 'home'
  | 'info'
  | 'key'
  | 'leaf'
  | 'letters'
  | 'lock'
  | 'mail'
  | 'message'
  | 'next'
  | 'people'
  | 'phone'
  | 'picture'
  | 'power'
  | 'question'
  | 'receipt'
  | 'scan'
  | 'search'
  | 'shield'
  | 'table'
  | 'upload'
  | 'wallet'
  | 'warning'
  | 'wechat'

/** Always beside words that say the same, hence hidden from screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return <View className={classNames('icon', `icon-${name}`, className)} aria-hidden />
}

/** An icon on a soft round ground: for tiles, rows and empty states. */
export function IconDisc({
  name,
  tone = 'brand',
}: {
  name: IconName
  tone?: 'brand' | 'due' | 'good' | 'bad'
}) {
  return (
    <View className={`disc disc-${tone}`}>
      <Icon name={name} />
    </View>
  )
}
