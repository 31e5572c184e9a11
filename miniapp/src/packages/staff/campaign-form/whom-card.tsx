import { planHistories, reachedBefore } from '@anjiao/shared/campaign-terms'
import type { CommunityParts } from '@anjiao/shared/contract/community'
import { View } from '@tarojs/components'
import type { PlanHistory, ReachedBefore } from '../../../features/staff-reminders/segment-texts'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Chips } from '../../../ui/chips'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import type { CampaignDraft, CampaignFaults } from './campaign-draft'
import './campaign-form.scss'
import { texts } from './texts'

export interface CampaignFieldsProps {
  draft: CampaignDraft
  faults: CampaignFaults
  onChange: (part: Partial<CampaignDraft>) => void
}

const planOptions = (['any', 'never', 'broken'] as const satisfies readonly PlanHistory[]).map((value) => ({
  value,
  label: planHistories[value],
}))
const reachedOptions = (['any', 'never', 'reached'] as const satisfies readonly ReachedBefore[]).map(
  (value) => ({ value, label: reachedBefore[value] }),
)

/** Which homes: those that owe, narrowed in any of these ways. */
export function WhomCard({ parts, ...fields }: CampaignFieldsProps & { parts: CommunityParts }) {
  const { draft, onChange } = fields
  return (
    <Card title={texts.whom}>
      <Stack>
        <Note>{texts.whomHint}</Note>
        {parts.buildings.length > 1 && (
          <Chips
            label={texts.buildings}
            hint={texts.buildingsHint}
            chips={parts.buildings.map((name) => ({ value: name, label: name }))}
            chosen={draft.buildings}
            all={texts.allBuildings}
            onChange={(buildings) => onChange({ buildings })}
          />
        )}
        {parts.feeItems.length > 1 && (
          <Chips
            label={texts.feeItems}
            hint={texts.feeItemsHint}
            chips={parts.feeItems.map(({ id, name }) => ({ value: String(id), label: name }))}
            chosen={draft.feeItemIds.map(String)}
            all={texts.allItems}
            onChange={(chosen) =>
              onChange({
                feeItemIds: parts.feeItems.map(({ id }) => id).filter((id) => chosen.includes(String(id))),
              })
            }
          />
        )}
        <View className="campaign-numbers">
          <NumberField {...fields} name="overdueMin" unit={texts.days} />
          <NumberField {...fields} name="overdueMax" unit={texts.days} />
          <NumberField {...fields} name="openMin" unit={texts.yuan} />
          <NumberField {...fields} name="openMax" unit={texts.yuan} />
        </View>
        <Note>{texts.noMost}</Note>
        <View className="campaign-numbers">
          <NumberField {...fields} name="notAskedFor" unit={texts.days} hint={texts.notAskedHint} />
          <NumberField {...fields} name="notPaidFor" unit={texts.days} hint={texts.notPaidHint} />
        </View>
        <Select
          label={texts.plans}
          options={planOptions}
          value={draft.plans}
          onChange={(plans) => onChange({ plans })}
        />
        <Select
          label={texts.reached}
          options={reachedOptions}
          value={draft.reached}
          onChange={(reached) => onChange({ reached })}
        />
      </Stack>
    </Card>
  )
}

type NumberName = 'overdueMin' | 'overdueMax' | 'openMin' | 'openMax' | 'notAskedFor' | 'notPaidFor'

interface NumberFieldProps extends CampaignFieldsProps {
  name: NumberName
  unit: string
  hint?: string
}

const NumberField = ({ name, unit, hint, draft, faults, onChange }: NumberFieldProps) => (
  <Field
    label={texts[name]}
    hint={hint}
    unit={unit}
    error={faults[name]}
    keyboard={unit === texts.yuan ? 'amount' : 'digits'}
    maxLength={14}
    value={draft[name]}
    onChange={(typed) => onChange({ [name]: typed })}
  />
)
