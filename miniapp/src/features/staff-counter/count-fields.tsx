import { denominations } from '@anjiao/shared/cash-count'
import { View } from '@tarojs/components'
import { Field } from '../../ui/field'
import { Figure } from '../../ui/figure'
import { Money } from '../../ui/money'
import { type CountDraft, draftFen } from './count-draft'
import './counter.scss'
import { countTexts as texts } from './texts'

export interface CountFieldsProps {
  draft: CountDraft
  onChange: (draft: CountDraft) => void
}

/** 点钞: how many of each note and coin, and what they come to. */
export function CountFields({ draft, onChange }: CountFieldsProps) {
  const total = draftFen(draft)
  return (
    <>
      <View className="pieces">
        {denominations.map(({ fen, label }) => (
          <Field
            key={fen}
            label={label}
            unit={texts.unit}
            keyboard="digits"
            maxLength={6}
            value={draft[fen] ?? ''}
            onChange={(typed) => onChange({ ...draft, [fen]: typed })}
          />
        ))}
      </View>
      <Figure
        label={texts.total}
        value={total === undefined ? texts.notNumbers : <Money fen={total} size="middle" />}
      />
    </>
  )
}
