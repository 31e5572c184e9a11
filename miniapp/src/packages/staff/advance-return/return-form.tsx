import { formatYuan } from '@anjiao/shared/money'
import { payoutRoutes } from '@anjiao/shared/refund-life'
import { payoutHints, whoDecidesTexts } from '../../../features/staff-refunds/texts'
import { whoDecides } from '../../../features/staff-refunds/who-decides'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, type Request } from '../../../platform/call'
import { replaceWith } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffRefund } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Figure } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { confirm, toast } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { PlanCard } from './plan-card'
import type { ReturnViewProps } from './return-view'
import { texts } from './texts'
import { useReturnDraft } from './use-return-draft'
import { WhyFields } from './why-fields'

type Giving =
  Request<'POST /v1/staff/communities/:communityId/households/:householdId/advance-return'>['body']

/** How much goes back, why, and of which payments; one question before it is sent. */
export function ReturnForm({ home, told, onChanged }: ReturnViewProps) {
  const { freeFen, openFen, aloneFen } = told
  const form = useReturnDraft(told)
  const { run, busy, failure } = useMutation((body: Giving, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/households/:householdId/advance-return',
      { params: home, body },
      { intention },
    ),
  )
  const { follows, send: submit } = whoDecides(form.amountFen, aloneFen)
  const send = async () => {
    if (!form.giving) return
    const title = texts.confirmTitle(formatYuan(form.giving.amountFen))
    if (!(await confirm({ title, text: follows, yes: submit }))) return
    const given = await run(form.giving)
    if (!given) return
    toast(given.state === 'agreed' ? whoDecidesTexts.done : whoDecidesTexts.asked)
    replaceWith(toStaffRefund(home, given.refundId))
  }
  return (
    <Columns>
      <Card>
        <Stack>
          <Figure label={texts.free} value={<Money fen={freeFen} size="large" />} />
          {openFen > 0 && <Note>{texts.owed(formatYuan(openFen))}</Note>}
          {form.mostFen < freeFen && <Note>{texts.notAll(formatYuan(form.mostFen))}</Note>}
          <Field
            label={texts.amount}
            keyboard="amount"
            unit={texts.unit}
            maxLength={14}
            error={form.amountFen === undefined ? texts.wrong(formatYuan(form.mostFen)) : undefined}
            value={form.typed}
            onChange={form.type}
          />
          <WhyFields form={form} />
        </Stack>
      </Card>
      <Stack>
        {form.plan && <PlanCard plan={form.plan} sources={told.sources} />}
        {form.plan?.some(({ route }) => route !== 'wechat') && (
          <Card title={texts.other}>
            <Choice
              label={texts.other}
              options={(['transfer', 'cash'] as const).map((route) => ({
                value: route,
                label: payoutRoutes[route],
                hint: payoutHints[route],
              }))}
              value={form.otherRoute}
              onChange={form.chooseOtherRoute}
            />
          </Card>
        )}
        <Card>
          <Stack>
            <Note>{follows}</Note>
            <DecisionFailure failure={failure} onRefresh={onChanged} />
            <Button busy={busy} disabled={!form.giving} onPress={() => void send()}>
              {submit}
            </Button>
          </Stack>
        </Card>
      </Stack>
    </Columns>
  )
}
