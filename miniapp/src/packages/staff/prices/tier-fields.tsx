import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import type { TierDraft } from './price-draft'
import { formTexts as texts } from './texts'

/** The contract's bound. */
const tiersMax = 10

export interface TierFieldsProps {
  tiers: readonly TierDraft[]
  wrong: string | undefined
  onChange: (tiers: readonly TierDraft[]) => void
}

/** Tiers, lowest first; the last one has no end. */
export function TierFields({ tiers, wrong, onChange }: TierFieldsProps) {
  const change = (at: number, part: Partial<TierDraft>) =>
    onChange(tiers.map((tier, place) => (place === at ? { ...tier, ...part } : tier)))
  return (
    <>
      <Note>{texts.upToHint}</Note>
      {tiers.map((tier, at) => {
        const isLast = at === tiers.length - 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tier is its place
          <View key={at} className="tier">
            <Field
              label={texts.upTo(at + 1)}
              keyboard="amount"
              maxLength={12}
              value={tier.upTo}
              onChange={(upTo) => change(at, { upTo })}
            />
            <Field
              label={texts.tierRate(at + 1)}
              unit={texts.tierUnit}
              keyboard="amount"
              maxLength={12}
              value={tier.rate}
              error={isLast ? wrong : undefined}
              onChange={(rate) => change(at, { rate })}
            />
          </View>
        )
      })}
      <View className="tier">
        {tiers.length > 1 && (
          <Button look="plain" onPress={() => onChange(tiers.slice(0, -1))}>
            {texts.dropTier}
          </Button>
        )}
        {tiers.length < tiersMax && (
          <Button look="plain" onPress={() => onChange([...tiers, { upTo: '', rate: '' }])}>
            {texts.addTier}
          </Button>
        )}
      </View>
    </>
  )
}
