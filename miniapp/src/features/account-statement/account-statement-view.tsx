import type { Period } from '@anjiao/shared/calendar'
import { useState } from 'react'
import { today } from '../../platform/today'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'
import { SignedIn } from '../binding/signed-in'
import { PeriodPicker } from './period-picker'
import { StatementBalances } from './statement-balances'
import { StatementDetails } from './statement-details'
import { StatementFile } from './statement-file'
import { firstPicked, periodOf } from './statement-period'
import { accountStatementTexts as texts } from './texts'
import { useAccountStatement } from './use-account-statement'

/** 对账单 of a home: which days, what they came to, and the paper. For owners and for the desk alike. */
export function AccountStatementView({ home }: { home: HomeAddress }) {
  const day = today()
  const [picked, setPicked] = useState(() => firstPicked(day))
  const period = periodOf(picked, day)
  return (
    <>
      <Card>
        <Stack>
          <Note>{texts.hint}</Note>
          <PeriodPicker today={day} picked={picked} onChange={setPicked} />
          {period ? <StatementFile home={home} period={period} /> : <ErrorNote sentence={texts.wrongOrder} />}
        </Stack>
      </Card>
      {period && <Told key={`${period.from}${period.to}`} home={home} period={period} />}
    </>
  )
}

function Told({ home, period }: { home: HomeAddress; period: Period }) {
  const statement = useAccountStatement(home, period)
  return (
    <SignedIn of={statement} lines={6}>
      {(told) => (
        <>
          <StatementBalances statement={told} />
          <StatementDetails movements={told.movements} />
        </>
      )}
    </SignedIn>
  )
}
