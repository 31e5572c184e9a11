import { formatDate } from '@anjiao/shared/calendar'
import type { FeeStandard, PriceVersion } from '@anjiao/shared/contract/fee-standards'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { PriceSheet } from './price-sheet'
import { priceOf, priceWords } from './price-words'
import { texts } from './texts'

export interface StandardCardProps {
  communityId: CommunityId
  standard: FeeStandard
  onChanged: () => void
}

/** A roll that names a price does not say since when. */
const sinceEver = '1900-01-01'

/** One fee standard: what it costs now, what it has cost and will cost, and the way to change it. */
export function StandardCard({ communityId, standard, onChanged }: StandardCardProps) {
  const [isChanging, setChanging] = useState(false)
  const { feeItem, name, rooms, versions } = standard
  const inForce = versions.find(({ fromDate }) => fromDate <= today())
  return (
    <Card
      title={name.includes(feeItem) ? name : `${feeItem} · ${name}`}
      aside={<Tag>{texts.rooms(rooms)}</Tag>}
    >
      <Stack>
        <View>
          <Note>{texts.now}</Note>
          <View className="lead">{inForce ? versionWords(inForce) : texts.noPrice}</View>
        </View>
        <Cells>
          {versions.map((version) => (
            <Cell
              key={version.id}
              label={version.fromDate > sinceEver ? formatDate(version.fromDate) : texts.sinceEver}
              hint={`${texts.published}：${version.publishedAs || texts.unpublished}`}
              value={
                <View className="version">
                  {versionWords(version)}
                  {version.fromDate > today() && <Tag tone="due">{texts.planned}</Tag>}
                </View>
              }
            />
          ))}
        </Cells>
        <Button look="quiet" label={`${texts.change} ${name}`} onPress={() => setChanging(true)}>
          {texts.change}
        </Button>
      </Stack>
      {isChanging && (
        <PriceSheet
          communityId={communityId}
          standard={standard}
          onClose={() => setChanging(false)}
          onSaved={() => {
            setChanging(false)
            onChanged()
          }}
        />
      )}
    </Card>
  )
}

function versionWords(version: PriceVersion): string {
  const price = priceOf(version)
  return price ? priceWords(price) : texts.noPrice
}
