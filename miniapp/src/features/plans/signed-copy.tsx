import type { PlanAgreement } from '@anjiao/shared/contract/plan-agreements'
import type { PlanId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { replaceWith } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toPlan } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { instantText } from '../../ui/instant'
import { Paper } from '../../ui/paper'
import { Facts } from '../bills/facts'
import { SubscriptionOffer } from '../subscriptions/subscription-offer'
import { AgreementFile } from './agreement-file'
import { agreementTexts } from './texts'

export interface SignedCopyProps {
  home: HomeAddress
  planId: PlanId
  agreement: PlanAgreement
  signedAt: string
}

/** The agreement as it was signed. */
export const SignedCopy = ({ home, planId, agreement, signedAt }: SignedCopyProps) => (
  <>
    <Card>
      <Facts
        facts={[
          { label: agreementTexts.number, value: agreement.number },
          { label: agreementTexts.signedAt, value: instantText(signedAt) },
        ]}
      />
    </Card>
    <View className="buttons">
      <AgreementFile home={home} planId={planId} />
      <Button look="plain" onPress={() => replaceWith(toPlan(home, planId))}>
        {agreementTexts.look}
      </Button>
    </View>
    <SubscriptionOffer home={home} moment="plan" />
    <Card>
      <Paper paper={agreement.paper} />
    </Card>
  </>
)
