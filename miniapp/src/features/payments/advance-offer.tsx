import type { ChargeId } from '@anjiao/shared/ids'
import { type Fen, formatYuan, minFen } from '@anjiao/shared/money'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Money } from '../../ui/money'
import { confirm, toast } from '../../ui/notice'
import { ErrorNote } from '../../ui/states'
import { advanceTexts } from './texts'

export interface AdvanceOfferProps {
  home: HomeAddress
  balanceFen: Fen
  chargeIds: readonly ChargeId[]
  totalFen: Fen
  onApplied: () => void
}

/** What was paid ahead may settle the ticked charges first. */
export function AdvanceOffer({ home, balanceFen, chargeIds, totalFen, onApplied }: AdvanceOfferProps) {
  const { communityId, householdId } = home
  const yuan = formatYuan(minFen(balanceFen, totalFen))
  const { run, busy, failure } = useMutation((ids: ChargeId[], intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/advance/apply',
      { params: { communityId, householdId }, body: { chargeIds: ids } },
      { intention },
    ),
  )
  const apply = async () => {
    const sure = await confirm({
      title: advanceTexts.offer,
      text: advanceTexts.ask(yuan),
      yes: advanceTexts.yes,
    })
    const applied = sure ? await run([...chargeIds]) : undefined
    if (!applied) return
    toast(advanceTexts.applied(formatYuan(applied.appliedFen)))
    onApplied()
  }
  return (
    <Card>
      <Cell
        icon="wallet"
        label={advanceTexts.offer}
        hint={advanceTexts.offerHint}
        value={<Money fen={balanceFen} />}
      />
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="quiet" busy={busy} onPress={() => void apply()}>
        {advanceTexts.apply(yuan)}
      </Button>
    </Card>
  )
}
