import type { OwnDebits } from '@anjiao/shared/contract/debit'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useBankDebit } from '../../../features/bank-debit/use-bank-debit'
import { SignedIn } from '../../../features/binding/signed-in'
import { HotlineCell } from '../../../features/homes/hotline'
import { SubscriptionOffer } from '../../../features/subscriptions/subscription-offer'
import { type HomeAddress, homeIn } from '../../../routes'
import { Card } from '../../../ui/card'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { ComingDebit } from './coming-debit'
import { DebitHistory } from './debit-history'
import { GiveMandate } from './give-mandate'
import { MandateCard } from './mandate-card'
import { MeaningCard } from './meaning-card'
import { texts } from './texts'

export default function BankDebitPage() {
  const home = homeIn(useRouter().params)
  const debit = useBankDebit(home)
  const [said, setSaid] = useState<'given' | 'stopped'>()
  const changed = (to: 'given' | 'stopped') => {
    setSaid(to)
    debit.reload()
  }
  return (
    <Page title={texts.title}>
      <SignedIn of={debit} lines={6}>
        {(told) => (
          <>
            {said === 'stopped' && told.mandate === null && <Stopped debits={told.debits} />}
            <Body home={home} told={told} isNew={said === 'given'} onChange={changed} />
            {told.debits.length > 0 && <DebitHistory debits={told.debits} />}
          </>
        )}
      </SignedIn>
      <Card>
        <HotlineCell communityId={home.communityId} why={texts.askWhy} />
      </Card>
    </Page>
  )
}

interface BodyProps {
  home: HomeAddress
  told: OwnDebits
  isNew: boolean
  onChange: (to: 'given' | 'stopped') => void
}

/** What there is: a mandate with its next debit, or what it would mean and the way to one. */
function Body({ home, told, isNew, onChange }: BodyProps) {
  const [begun, setBegun] = useState(false)
  const { mandate, offered, debits } = told
  if (mandate) {
    return (
      <>
        <ComingDebit debits={debits} />
        <MandateCard home={home} mandate={mandate} isNew={isNew} onStopped={() => onChange('stopped')} />
        <SubscriptionOffer home={home} moment="debit" />
      </>
    )
  }
  if (!offered) {
    return (
      <Card>
        <Empty icon="wallet" title={texts.notOffered} hint={texts.notOfferedHint} />
      </Card>
    )
  }
  if (!begun) return <MeaningCard onBegin={() => setBegun(true)} />
  return (
    <GiveMandate
      home={home}
      told={told}
      onGiven={() => {
        setBegun(false)
        onChange('given')
      }}
      onNever={() => setBegun(false)}
    />
  )
}

const Stopped = ({ debits }: Pick<OwnDebits, 'debits'>) => (
  <Card tone="brand">
    <Empty
      icon="check"
      title={texts.stopped}
      hint={debits.some(({ state }) => state === 'sent') ? texts.sentStill : texts.stoppedHint}
    />
  </Card>
)
