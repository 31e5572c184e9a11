import { everyMonthsWords } from '@anjiao/shared/plan-words'
import { afterBroken, lateFeeTerms } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../ui/card'
import { CheckRow, Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import './plan-policy-new.scss'
import type { PolicyDraft, PolicyFaults } from './policy-draft'
import { type PolicyNumber, policyNumbers } from './policy-numbers'
import { formTexts as texts } from './texts'

export interface PolicyFieldsProps {
  draft: PolicyDraft
  faults: PolicyFaults
  onChange: (draft: PolicyDraft) => void
}

const brokenChoices = (['needs_approval', 'refused'] as const).map((value) => ({
  value,
  label: afterBroken[value],
}))

const lateFeeChoices = (['held', 'waived_when_kept'] as const).map((value) => ({
  value,
  label: lateFeeTerms[value],
}))

/** Every rule of a policy, in the order in which owners will read them. */
export function PolicyFields({ draft, faults, onChange }: PolicyFieldsProps) {
  const numbers = { draft, faults, onChange }
  const change = (part: Partial<PolicyDraft>) => onChange({ ...draft, ...part })
  return (
    <>
      <Group title={texts.who}>
        <Numbers {...numbers} names={['arrearsMinFen', 'overdueMonthsMin']} />
        <View className="field-label">{texts.afterBroken}</View>
        <Choice
          label={texts.afterBroken}
          options={brokenChoices}
          value={draft.afterBroken}
          onChange={(chosen) => change({ afterBroken: chosen })}
        />
        <Numbers {...numbers} names={['afterBrokenMonths']} />
      </Group>
      <Group title={texts.shape}>
        <Numbers {...numbers} names={['downPercent', 'instalmentsMax', 'instalmentMinFen']} />
        <Rhythms {...numbers} />
        <Numbers {...numbers} names={['termMonthsMax', 'firstAfterDays']} />
      </Group>
      <Group title={texts.answering}>
        <Numbers {...numbers} names={['atOnceMaxFen', 'atOnceInstalmentsMax', 'replyDays', 'offerDays']} />
      </Group>
      <Group title={texts.lateFee}>
        <Choice
          label={texts.lateFee}
          options={lateFeeChoices}
          value={draft.lateFee}
          onChange={(lateFee) => change({ lateFee })}
        />
      </Group>
      <Group title={texts.missing}>
        <Numbers {...numbers} names={['graceDays', 'toleranceFen', 'cureDays', 'movesMax', 'moveDaysMax']} />
      </Group>
      <Group title={texts.deferral}>
        <Numbers {...numbers} names={['deferralDaysMax', 'deferralAtOnceDays', 'deferralsPerYear']} />
      </Group>
      <Group title={texts.source}>
        <Field
          label={texts.publishedAs}
          hint={texts.publishedHint}
          lines="many"
          maxLength={200}
          value={draft.publishedAs}
          onChange={(publishedAs) => change({ publishedAs })}
        />
      </Group>
    </>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card title={title}>
    <Stack>{children}</Stack>
  </Card>
)

const Numbers = ({
  names,
  draft,
  faults,
  onChange,
}: PolicyFieldsProps & { names: readonly PolicyNumber[] }) => (
  <View className="policy-numbers">
    {names.map((name) => {
      const { label, hint, unit } = policyNumbers[name]
      return (
        <Field
          key={name}
          label={label}
          hint={hint}
          unit={unit}
          error={faults[name]}
          keyboard={unit === '元' ? 'amount' : 'digits'}
          maxLength={14}
          value={draft.numbers[name]}
          onChange={(typed) => onChange({ ...draft, numbers: { ...draft.numbers, [name]: typed } })}
        />
      )
    })}
  </View>
)

const rhythms = [1, 2, 3]

const Rhythms = ({ draft, faults, onChange }: PolicyFieldsProps) => (
  <View>
    <View className="field-label">{texts.rhythm}</View>
    {rhythms.map((months) => (
      <CheckRow
        key={months}
        label={everyMonthsWords(months)}
        checked={draft.everyMonths.includes(months)}
        onChange={(checked) =>
          onChange({
            ...draft,
            everyMonths: rhythms.filter((each) =>
              each === months ? checked : draft.everyMonths.includes(each),
            ),
          })
        }
      />
    ))}
    {faults.everyMonths && <View className="field-error">{faults.everyMonths}</View>}
  </View>
)
