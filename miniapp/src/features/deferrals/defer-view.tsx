import type { PlanOptions } from '@anjiao/shared/contract/plans'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { HotlineCell } from '../homes/hotline'
import { NoChoice } from '../plans/no-choice'
import { PolicyCell } from '../plans/policy-cell'
import { DeferFields } from './defer-fields'
import { deferTexts } from './texts'
import type { DeferForm } from './use-defer-form'

export interface DeferViewProps {
  home: HomeAddress
  options: PlanOptions
  form: DeferForm
}

/** Whether anything can be deferred now. */
export const mayDefer = ({ policy, deferralsLeft, charges }: PlanOptions): boolean =>
  policy !== null &&
  policy.deferralDaysMax > 0 &&
  deferralsLeft > 0 &&
  charges.some(({ why }) => why === null)

/** A deferral to be asked for, or why there is none to ask for. Whom to ask instead is named in either case. */
export const DeferView = (props: DeferViewProps) => (
  <>
    <Deferring {...props} />
    <Card>
      {props.options.policy && <PolicyCell policy={props.options.policy} />}
      <HotlineCell communityId={props.home.communityId} why={deferTexts.ask} />
    </Card>
  </>
)

function Deferring({ home, options, form }: DeferViewProps) {
  const { policy, deferralsLeft } = options
  if (!policy || policy.deferralDaysMax === 0) {
    return <NoChoice home={home} title={deferTexts.notOffered} hint={deferTexts.notOfferedHint} />
  }
  if (deferralsLeft === 0) {
    return <NoChoice home={home} title={deferTexts.usedUp} hint={deferTexts.usedUpHint} />
  }
  if (!mayDefer(options)) {
    return <NoChoice home={home} title={deferTexts.nothing} hint={deferTexts.nothingHint} />
  }
  return <DeferFields options={options} policy={policy} form={form} />
}
