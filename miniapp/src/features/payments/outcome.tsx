import type { Fen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from '../../ui/aria'
import { classNames } from '../../ui/class-names'
import { IconDisc, type IconName } from '../../ui/icon'
import { Money } from '../../ui/money'

export interface OutcomeProps {
  icon: IconName
  tone: 'brand' | 'due' | 'good'
  title: string
  /** Settled, or about to be; left out where nothing has been paid. */
  fen?: Fen
  hint?: ReactNode
  /** Something is still awaited: the picture breathes. */
  waiting?: boolean
}

/** How a payment ended, or that it has not yet: a picture, a few words, the amount. Read aloud when it changes. */
export const Outcome = ({ icon, tone, title, fen, hint, waiting = false }: OutcomeProps) => (
  <View className={classNames('pay-outcome', waiting && 'pay-outcome-waiting')} {...role('status')}>
    <IconDisc name={icon} tone={tone} />
    <View className="pay-outcome-title" {...role('heading')} aria-level={2}>
      {title}
    </View>
    {fen !== undefined && <Money fen={fen} size="large" tone={tone === 'brand' ? 'ink' : tone} />}
    {hint && <View className="cell-hint">{hint}</View>}
  </View>
)
