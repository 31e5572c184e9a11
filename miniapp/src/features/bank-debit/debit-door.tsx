import { go } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toBankDebit } from '../../routes/owner'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { useMe } from '../homes/use-me'
import { doorTexts } from './texts'
import { useBankDebit } from './use-bank-debit'

/** The way to bank debits, for the owner alone; nothing where the community does not debit and never has. */
export function DebitDoor({ home }: { home: HomeAddress }) {
  const me = useMe()
  const owns =
    me.data?.households.some(
      ({ communityId, householdId, relation }) =>
        communityId === home.communityId && householdId === home.householdId && relation === 'owner',
    ) ?? false
  const { data } = useBankDebit(home, owns)
  if (!data || !(data.offered || data.mandate || data.debits.length > 0)) return null
  return (
    <Card>
      <Cell
        icon="wallet"
        label={doorTexts.title}
        hint={data.mandate ? doorTexts.given(data.mandate.lastDigits) : doorTexts.hint}
        onPress={() => go(toBankDebit(home))}
      />
    </Card>
  )
}
