import type { ReliefOptions } from '@anjiao/shared/contract/relief'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { ReliefStandardId } from '@anjiao/shared/ids'
import { replaceWith } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toReliefApplication } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Empty } from '../../../ui/states'
import { ChargesCard } from './charges-card'
import { EvidenceCard } from './evidence-card'
import { SendCard } from './send-card'
import { StandardCard } from './standard-card'
import { texts } from './texts'
import { useReliefForm } from './use-relief-form'

export interface ReliefFormCardsProps {
  home: HomeAddress
  options: ReliefOptions
  /** Chosen on the page before. */
  firstStandard: ReliefStandardId
}

/** 减免申请 on one page: what for, for which bills, why, and how it is shown. */
export function ReliefFormCards({ home, options, firstStandard }: ReliefFormCardsProps) {
  const onSent = ({ id }: ReliefApplication) => {
    toast(texts.sent)
    replaceWith(toReliefApplication(home, id))
  }
  const form = useReliefForm(home, options, firstStandard, onSent)
  if (options.charges.length === 0) {
    return (
      <Card>
        <Empty icon="check" title={texts.nothingOpen} />
      </Card>
    )
  }
  return (
    <>
      <StandardCard standards={options.standards} form={form} />
      <ChargesCard form={form} />
      <Card title={texts.story}>
        <Field
          label={texts.storyLabel}
          hint={texts.storyHint}
          error={form.missing.includes('statement') ? texts.missing.statement : undefined}
          lines="many"
          maxLength={500}
          value={form.statement}
          onChange={form.write}
        />
      </Card>
      {form.standard && <EvidenceCard standard={form.standard} consent={options.consent} form={form} />}
      <SendCard form={form} />
    </>
  )
}
