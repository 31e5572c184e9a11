import type { RefundablePayment, StaffRefund } from '@anjiao/shared/contract/refunds'
import { addFen, formatYuan, minFen, zeroFen } from '@anjiao/shared/money'
import { Text } from '@tarojs/components'
import { noReason, ReasonFields, reasonIn } from '../../../features/staff-reasons/reason-fields'
import { type BackDraft, readBack, type Source } from '../../../features/staff-refunds/giving-back'
import { GivingBackFields } from '../../../features/staff-refunds/giving-back-fields'
import { mayExplainRefunds } from '../../../features/staff-refunds/may-refund'
import { reasonMost, reasonTexts } from '../../../features/staff-refunds/texts'
import { useRefundable } from '../../../features/staff-refunds/use-refunds'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, type Request } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import type { RefundViewProps } from './refund-view'
import { explainTexts as texts } from './texts'

type Explanation = Request<'POST /v1/staff/communities/:communityId/refunds/:refundId/explain'>['body']

/** Somebody in finance says what a refund was for that happened without us. */
export function ExplainCard(props: RefundViewProps) {
  const { post, refund } = props
  const { communityId } = post
  const { householdId } = refund
  return (
    <Card title={texts.title} tone="brand">
      <Stack>
        <Text className="text">{texts.lead}</Text>
        {!mayExplainRefunds(post) && <Note>{texts.notYours}</Note>}
        {householdId === null && <Note>{texts.unknown}</Note>}
        {mayExplainRefunds(post) && householdId !== null && (
          <Explained {...props} home={{ communityId, householdId }} />
        )}
      </Stack>
    </Card>
  )
}

function Explained({ home, ...props }: RefundViewProps & { home: HomeAddress }) {
  const refundable = useRefundable(home)
  return (
    <Loaded of={refundable} lines={4}>
      {(payments) => {
        const payment = payments.find(({ paymentId }) => paymentId === props.refund.paymentId)
        return payment ? <Form {...props} payment={payment} /> : <Note>{texts.tooOld}</Note>
      }}
    </Loaded>
  )
}

const emptyDraft: { back: BackDraft } & typeof noReason = { back: {}, ...noReason }

function Form({
  post: { communityId },
  refund,
  payment,
  onChanged,
}: RefundViewProps & { payment: RefundablePayment }) {
  const { id, amountFen } = refund
  const kept = useKeptDraft(`refund-${id}-explain`, emptyDraft)
  const { back } = kept.draft
  const source = sourceFor(refund, payment)
  const read = readBack(back, source)
  const reason = reasonIn(kept.draft, reasonTexts.other)
  const fits = read.totalFen === amountFen
  const { run, busy, failure } = useMutation((body: Explanation, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/refunds/:refundId/explain',
      { params: { communityId, refundId: id }, body },
      { intention },
    ),
  )
  const send = async () => {
    const { parts, fromAdvanceFen } = read
    if (!(await run({ parts: [...parts], fromAdvanceFen, reason }))) return
    kept.forget()
    toast(texts.sent)
    onChanged()
  }
  return (
    <>
      <GivingBackFields
        source={source}
        draft={back}
        read={read}
        onChange={(next) => kept.change({ back: next })}
      />
      <Note>{fits ? texts.fits : texts.sum(formatYuan(amountFen), formatYuan(read.totalFen))}</Note>
      <ReasonFields
        label={reasonTexts.label}
        reasons={texts.reasons}
        other={reasonTexts.other}
        maxLength={reasonMost}
        draft={kept.draft}
        onChange={kept.change}
      />
      <DecisionFailure failure={failure} onRefresh={onChanged} />
      <Button busy={busy} disabled={!fits || reason === ''} onPress={() => void send()}>
        {texts.send}
      </Button>
    </>
  )
}

/** What the payment settled, with what this refund itself was first asked for: it may be explained otherwise. */
function sourceFor({ parts, amountFen }: StaffRefund, { charges, advanceFen }: RefundablePayment): Source {
  const own = new Map(parts.map((part) => [part.chargeId, part.amountFen]))
  const known = charges.map((charge) => ({
    ...charge,
    settledFen: addFen(charge.settledFen, own.get(charge.chargeId) ?? zeroFen),
  }))
  const gone = parts
    .filter(({ chargeId }) => charges.every((charge) => charge.chargeId !== chargeId))
    .map(({ amountFen: settledFen, ...charge }) => ({ ...charge, settledFen }))
  return { charges: [...known, ...gone], advanceFen: minFen(advanceFen, amountFen) }
}
