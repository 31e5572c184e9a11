import { formatDate } from '@anjiao/shared/calendar'
import type { HouseholdDetail } from '@anjiao/shared/contract/community'
import { useState } from 'react'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { Tag } from '../../../ui/tag'
import { RevealSheet } from './reveal-sheet'
import { revealTexts, texts } from './texts'

export interface OwnerCardProps {
  home: HomeAddress
  household: HouseholdDetail
  mayReveal: boolean
}

/** A roll that does not say since when somebody owns a home is taken in as if since ever. */
const unknownStart = '1900-01-01'

/** Who owns the home, and what is registered of it. Phones are masked until somebody says why they need one. */
export function OwnerCard({ home, household, mayReveal }: OwnerCardProps) {
  const [isRevealing, setRevealing] = useState(false)
  const { ownerName, roomName, phonesMasked, areaHundredths, usage, handoverDate, fromDate, toDate } =
    household
  const optional = [
    { label: texts.since, text: fromDate > unknownStart && formatDate(fromDate) },
    { label: texts.handover, text: handoverDate && formatDate(handoverDate) },
    { label: texts.until, text: toDate && formatDate(toDate) },
    { label: texts.remark, text: household.remark },
  ].flatMap(({ label, text }) => (text ? [{ label, text }] : []))
  return (
    <Card title={roomName} aside={<Tag>{toDate ? texts.former : texts.owner}</Tag>}>
      <Definition
        title={ownerName}
        longLabels
        lines={[
          { label: texts.phones, text: phonesMasked.join('、') || texts.noPhone },
          { label: texts.area, text: texts.squareMetres((areaHundredths / 100).toFixed(2)) },
          { label: texts.usage, text: usage || texts.unknown },
          ...optional,
        ]}
      />
      {mayReveal && phonesMasked.length > 0 && (
        <Button look="quiet" icon="phone" onPress={() => setRevealing(true)}>
          {revealTexts.button}
        </Button>
      )}
      {isRevealing && <RevealSheet home={home} onClose={() => setRevealing(false)} />}
    </Card>
  )
}
