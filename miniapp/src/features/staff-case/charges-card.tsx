import type { Charge } from '@anjiao/shared/contract/billing'
import type { ChargeId } from '@anjiao/shared/ids'
import { whyNotPress } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toStaffStatement } from '../../routes/staff'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell, Cells, Note } from '../../ui/cell'
import { Loaded } from '../../ui/loaded'
import { Money } from '../../ui/money'
import { Tag } from '../../ui/tag'
import { openCharges } from '../bills/bounded-years'
import { ChargeHint } from '../bills/charge-cell'
import { useBills } from '../bills/use-bills'
import './case.scss'
import { caseTexts as texts } from './texts'
import { type Standing, useStanding } from './use-case'

export interface ChargesCardProps {
  home: HomeAddress
  /** Those that the matter in hand is about. */
  named: readonly ChargeId[]
}

/** What one reads before deciding; the rest on demand. */
const shownFirst = 8

/** What a home still has to pay, and for each charge whether we may press for it at present. */
export function ChargesCard({ home, named }: ChargesCardProps) {
  const bills = useBills(home)
  const standing = useStanding(home)
  const [all, setAll] = useState(false)
  return (
    <Card title={texts.charges}>
      <Loaded of={bills} lines={4}>
        {({ years }) => {
          const open = openCharges(years)
          if (open.length === 0) return <Note>{texts.nothingOpen}</Note>
          const shown = all ? open : open.slice(0, shownFirst)
          return (
            <>
              <Cells>
                {shown.map((charge) => (
                  <OpenCharge
                    key={charge.id}
                    charge={charge}
                    standing={standing.data?.find(({ chargeId }) => chargeId === charge.id)}
                    isNamed={named.includes(charge.id)}
                    onPress={() => go(toStaffStatement(home, charge.id))}
                  />
                ))}
              </Cells>
              {shown.length < open.length && (
                <Button look="quiet" onPress={() => setAll(true)}>
                  {texts.moreCharges(open.length - shown.length)}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
      {standing.failure && <Note>{texts.noStanding}</Note>}
    </Card>
  )
}

interface OpenChargeProps {
  charge: Charge
  standing: Standing[number] | undefined
  isNamed: boolean
  onPress: () => void
}

const OpenCharge = ({ charge, standing, isNamed, onPress }: OpenChargeProps) => (
  <Cell
    label={charge.feeItem}
    hint={
      <>
        <ChargeHint charge={charge} />
        <View className="case-tags">
          {isNamed && <Tag tone="good">{texts.inThis}</Tag>}
          {standing && <StandingTag {...standing} />}
        </View>
      </>
    }
    value={<Money fen={charge.openFen} />}
    onPress={onPress}
  />
)

const StandingTag = ({ mayPress, why }: Standing[number]) =>
  mayPress ? <Tag tone="due">{texts.mayPress}</Tag> : <Tag>{why ? whyNotPress[why] : texts.mayNotPress}</Tag>
