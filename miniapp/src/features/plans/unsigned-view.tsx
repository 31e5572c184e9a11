import type { PlanAgreement } from '@anjiao/shared/contract/plan-agreements'
import type { PlanId } from '@anjiao/shared/ids'
import { replaceWith } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toChoosePlan } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/notice'
import { Paper } from '../../ui/paper'
import { ErrorNote } from '../../ui/states'
import { Consents } from './consents'
import { agreementTexts } from './texts'
import type { Signing } from './use-signing'
import { useTurnDown } from './use-turn-down'

export interface UnsignedViewProps {
  home: HomeAddress
  planId: PlanId
  agreement: PlanAgreement
  signing: Signing
}

/** The whole text, what is to be consented to, and the way back to another choice. */
export const UnsignedView = ({ home, planId, agreement, signing }: UnsignedViewProps) => (
  <>
    <Card>
      <Paper paper={agreement.paper} />
    </Card>
    <Consents consents={agreement.consents} signing={signing} />
    <ChooseAnother home={home} planId={planId} />
  </>
)

function ChooseAnother({ home, planId }: { home: HomeAddress; planId: PlanId }) {
  const { run, busy, failure } = useTurnDown(home, planId)
  const another = async () => {
    const sure = await confirm({
      title: agreementTexts.another,
      text: agreementTexts.anotherAsk,
      yes: agreementTexts.anotherYes,
    })
    if (sure && (await run('decline'))) replaceWith(toChoosePlan(home))
  }
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="plain" busy={busy} onPress={() => void another()}>
        {agreementTexts.another}
      </Button>
    </>
  )
}
