import type { PlanOptions } from '@anjiao/shared/contract/plans'
import { formatYuan } from '@anjiao/shared/money'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { HotlineCell } from '../homes/hotline'
import { DraftCard } from './draft-card'
import { NoChoice } from './no-choice'
import { PlanCharges } from './plan-charges'
import { PolicyCell } from './policy-cell'
import { TermsChoice } from './terms-choice'
import { choiceTexts } from './texts'
import type { PlanChoosing } from './use-plan-choice'
import { WhoDecides } from './who-decides'

export interface PlanChooserProps {
  home: HomeAddress
  options: PlanOptions
  choosing: PlanChoosing
}

/** A plan to be chosen, or why there is none to choose. Whom to ask instead is named in either case. */
export const PlanChooser = (props: PlanChooserProps) => (
  <>
    <Choosing {...props} />
    <Card>
      <HotlineCell communityId={props.home.communityId} why={choiceTexts.ask} />
    </Card>
  </>
)

function Choosing({ home, options, choosing }: PlanChooserProps) {
  const { policy, refused } = options
  const { charges, draft, change } = choosing
  if (!policy)
    return <NoChoice home={home} title={choiceTexts.notOffered} hint={choiceTexts.notOfferedHint} />
  if (refused) return <NoChoice home={home} title={choiceTexts.refused} hint={refused} />
  if (charges.usual.length + charges.old.length === 0) {
    return <NoChoice home={home} title={choiceTexts.nothing} hint={choiceTexts.nothingHint} />
  }
  return (
    <>
      <PlanCharges title={choiceTexts.charges} charges={charges} />
      {draft && (
        <>
          <TermsChoice draft={draft} change={change} />
          <DraftCard draft={draft} lateFee={policy.lateFee} />
          <WhoDecides
            atOnce={draft.atOnce}
            words={draft.atOnce ? choiceTexts.atOnce : choiceTexts.asked(policy.replyDays)}
            hint={draft.atOnce ? choiceTexts.atOnceHint : choiceTexts.askedHint}
          >
            {!draft.atOnce && (
              <Field
                label={choiceTexts.reason}
                hint={choiceTexts.reasonHint}
                lines="many"
                maxLength={300}
                value={choosing.reason}
                onChange={choosing.setReason}
              />
            )}
          </WhoDecides>
        </>
      )}
      {!draft && charges.picked.length > 0 && (
        <Card tone="due">{choiceTexts.tooSmall(formatYuan(policy.instalmentMinFen))}</Card>
      )}
      <Card>
        <PolicyCell policy={policy} />
      </Card>
    </>
  )
}
