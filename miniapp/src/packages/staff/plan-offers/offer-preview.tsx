import type { OfferPreview } from '@anjiao/shared/contract/plan-offers'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

export interface OfferPreviewCardsProps {
  preview: OfferPreview
  busy: boolean
  onOffer: () => void
}

/** Whom an offer would reach, and whom not and why. */
export const OfferPreviewCards = ({ preview, busy, onOffer }: OfferPreviewCardsProps) => (
  <>
    {preview.homes === 0 ? (
      <Card>
        <Empty icon="people" title={texts.nobody} hint={texts.nobodyHint} />
      </Card>
    ) : (
      <Card title={texts.whom} tone="brand">
        <Stack>
          <Figures label={texts.whom}>
            <Figure label={texts.reached} value={texts.homes(preview.homes)} />
            <Figure label={texts.debt} value={<Money fen={preview.debtFen} />} />
          </Figures>
          <Note>{texts.rule}</Note>
          <Button busy={busy} onPress={onOffer}>
            {texts.offer}
          </Button>
        </Stack>
      </Card>
    )}
    {preview.leftOut.length > 0 && (
      <Card title={texts.leftOut}>
        <Cells>
          {preview.leftOut.map(({ reason, homes }) => (
            <Cell key={reason} label={reason} value={texts.homes(homes)} />
          ))}
        </Cells>
      </Card>
    )}
  </>
)
