import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { Field } from '../../../ui/field'
import { payOutTexts as texts } from './texts'
import type { PayOutDraft } from './use-pay-out'

export interface ReceiverFieldsProps {
  route: 'cash' | 'transfer'
  payout: PayOutDraft
}

/** Who receives the money, and the number of the slip or of the transfer. */
export const ReceiverFields = ({ route, payout }: ReceiverFieldsProps) => (
  <>
    <Field
      label={texts.receiver[route]}
      hint={texts.receiverHint[route]}
      maxLength={40}
      value={payout.receiverName}
      onChange={payout.setReceiverName}
    />
    <Field
      label={texts.voucher[route]}
      hint={texts.voucherHint}
      maxLength={40}
      value={payout.voucher}
      onChange={payout.setVoucher}
    />
    <DecisionFailure failure={payout.failure} onRefresh={payout.refresh} />
  </>
)
