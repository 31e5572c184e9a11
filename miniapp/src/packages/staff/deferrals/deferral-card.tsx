import { daysBetween, formatDate } from '@anjiao/shared/calendar'
import { sumFen } from '@anjiao/shared/money'
import { deferralStates } from '@anjiao/shared/vocabulary'
import { Text, View } from '@tarojs/components'
import { ChargeCell } from '../../../features/bills/charge-cell'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import type { Reply } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import { type AtCommunity, toStaffHousehold, toStaffStatement } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { DecideDeferral } from './decide-deferral'
import { texts } from './texts'

export type ListedDeferral = Reply<'GET /v1/staff/communities/:communityId/deferrals'>[number]

export interface DeferralCardProps {
  at: AtCommunity
  listed: ListedDeferral
  mayDecide: boolean
  onDecided: () => void
}

/** One deferral: whose, until when, for what and why; while it waits, the way to answer it. */
export function DeferralCard({ at, listed, mayDecide, onDecided }: DeferralCardProps) {
  const { deferral, roomName, ownerMasked } = listed
  const { state, until, replyBy, charges, householdId } = deferral
  const home = { ...at, householdId }
  return (
    <Card title={roomName} aside={<StateOrDeadline deferral={deferral} />}>
      <Stack>
        <View>
          <Text className="lead">{texts.until(formatDate(until))}</Text>
          {replyBy && <Note>{texts.ahead(daysBetween(today(), until))}</Note>}
        </View>
        <Definition title={ownerMasked} longLabels lines={linesOf(listed)} />
        <Cells>
          <Cell
            label={texts.total(charges.length)}
            value={<Money fen={sumFen(charges.map(({ openFen }) => openFen))} size="middle" />}
          />
          {charges.map((charge) => (
            <ChargeCell
              key={charge.id}
              charge={charge}
              onPress={() => go(toStaffStatement(home, charge.id))}
            />
          ))}
          <Cell icon="home" label={texts.home} onPress={() => go(toStaffHousehold(at, householdId))} />
        </Cells>
        {state === 'applied' && (
          <DecideDeferral at={at} deferral={deferral} mayDecide={mayDecide} onDecided={onDecided} />
        )}
      </Stack>
    </Card>
  )
}

const StateOrDeadline = ({ deferral: { state, replyBy } }: Pick<ListedDeferral, 'deferral'>) =>
  replyBy ? (
    <DeadlineTag daysLeft={daysBetween(today(), replyBy)} />
  ) : (
    <Tag tone={state === 'granted' ? 'good' : 'calm'}>{deferralStates[state]}</Tag>
  )

function linesOf({ deferral: { reason, askedAt, replyBy, answer } }: ListedDeferral) {
  return [
    { label: texts.reason, text: reason },
    { label: texts.askedAt, text: instantText(askedAt) },
    ...(replyBy ? [{ label: texts.replyBy, text: formatDate(replyBy) }] : []),
    ...(answer ? [{ label: texts.answer, text: answer }] : []),
  ]
}
