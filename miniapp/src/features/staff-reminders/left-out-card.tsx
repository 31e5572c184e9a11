import { type WhyNotSend, whyNotSend } from '@anjiao/shared/notice-life'
import { Card } from '../../ui/card'
import { Bars } from '../../ui/charts'
import { reminderTexts as texts } from './texts'

export interface LeftOutCardProps {
  leftOut: readonly { readonly why: WhyNotSend; readonly homes: number }[]
}

/** Homes that get nothing, by the reason. Nothing where all get something. */
export const LeftOutCard = ({ leftOut }: LeftOutCardProps) =>
  leftOut.length === 0 ? null : (
    <Card title={texts.leftOut}>
      <Bars
        label={texts.leftOut}
        bars={leftOut.map(({ why, homes }) => ({
          label: whyNotSend[why].label,
          amount: homes,
          text: texts.homes(homes),
        }))}
      />
    </Card>
  )
