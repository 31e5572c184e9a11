import { formatDate } from '@anjiao/shared/calendar'
import type { ServiceContract } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { feeModels } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { decimalText } from '../../../features/staff-numbers/decimal'
import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { Tag } from '../../../ui/tag'
import { EndSheet } from './end-sheet'
import { texts } from './texts'

export interface ContractCardProps {
  communityId: CommunityId
  contract: ServiceContract
  mayChange: boolean
  onChanged: () => void
}

/** One service contract: what it covers and what it says of late fees. */
export function ContractCard({ communityId, contract, mayChange, onChanged }: ContractCardProps) {
  const [isEnding, setEnding] = useState(false)
  const state = stateOf(contract)
  return (
    <Card
      title={contract.name}
      aside={<Tag tone={state === 'running' ? 'good' : 'calm'}>{texts.states[state]}</Tag>}
    >
      <Definition title="" longLabels lines={linesOf(contract)} />
      {mayChange && contract.endedOn === null && (
        <Button look="quiet" label={`${texts.end} ${contract.name}`} onPress={() => setEnding(true)}>
          {texts.end}
        </Button>
      )}
      {isEnding && (
        <EndSheet
          communityId={communityId}
          contract={contract}
          onClose={() => setEnding(false)}
          onEnded={() => {
            setEnding(false)
            onChanged()
          }}
        />
      )}
    </Card>
  )
}

/** A contract goes on after its term until the service ends (民法典 948). */
function stateOf({ fromDate, endedOn }: ServiceContract): keyof typeof texts.states {
  if (endedOn !== null && endedOn < today()) return 'ended'
  return fromDate > today() ? 'ahead' : 'running'
}

function linesOf(contract: ServiceContract) {
  const { fromDate, toDate, feeModel, lateFeeClause, lateFeeDailyPpm, lateFeeAfterDays, endedOn } = contract
  const from = formatDate(fromDate)
  const lateFee =
    lateFeeDailyPpm === null
      ? texts.noLateFee
      : texts.lateFeeWords(decimalText(lateFeeDailyPpm, 2, 0), lateFeeAfterDays)
  return [
    { label: texts.period, text: toDate ? texts.spans(from, formatDate(toDate)) : texts.noEnd(from) },
    { label: texts.model, text: feeModels[feeModel] },
    { label: texts.lateFee, text: lateFee },
    ...(lateFeeClause ? [{ label: texts.clause, text: lateFeeClause }] : []),
    ...(endedOn ? [{ label: texts.ended, text: formatDate(endedOn) }] : []),
  ]
}
