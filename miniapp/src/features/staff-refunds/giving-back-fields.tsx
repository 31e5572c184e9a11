import { formatYuan } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { Cell, Note } from '../../ui/cell'
import { CheckRow } from '../../ui/choice'
import { Field } from '../../ui/field'
import { Money } from '../../ui/money'
import { periodOf } from '../bills/charge-cell'
import { type BackDraft, fromAdvance, type GivenBack, type Source, suggested } from './giving-back'
import { backTexts as texts } from './texts'

export interface GivingBackFieldsProps {
  source: Source
  draft: BackDraft
  /** The draft as it is read. */
  read: GivenBack
  onChange: (draft: BackDraft) => void
}

/** Charges that open again, each with how much of it, and what comes out of the advance. */
export function GivingBackFields({ source, draft, read, onChange }: GivingBackFieldsProps) {
  const rows = [
    ...source.charges.map((charge) => ({
      key: String(charge.chargeId),
      label: `${charge.feeItem} ${periodOf(charge)}`,
      name: charge.feeItem,
      hint: texts.settled(formatYuan(charge.settledFen)),
      mostFen: charge.settledFen,
    })),
    ...(source.advanceFen > 0
      ? [
          {
            key: fromAdvance,
            label: texts.advance,
            name: texts.advance,
            hint: texts.advanceHint(formatYuan(source.advanceFen)),
            mostFen: source.advanceFen,
          },
        ]
      : []),
  ]
  const change = (key: string, typed: string | undefined) => {
    const { [key]: _, ...rest } = draft
    onChange(typed === undefined ? rest : { ...rest, [key]: typed })
  }
  if (rows.length === 0) return <Note>{texts.none}</Note>
  return (
    <>
      <View className="check-rows">
        {rows.map(({ key, label, name, hint, mostFen }) => {
          const typed = draft[key]
          const wrong = read.wrong[key]
          return (
            <View key={key}>
              <CheckRow
                label={<View className="whole-words">{label}</View>}
                hint={hint}
                checked={typed !== undefined}
                onChange={(on) => change(key, on ? suggested(mostFen) : undefined)}
              />
              {typed !== undefined && (
                <Field
                  label={texts.amountOf(name)}
                  keyboard="amount"
                  unit={texts.unit}
                  maxLength={14}
                  error={wrong && texts.wrong[wrong]}
                  value={typed}
                  onChange={(next) => change(key, next)}
                />
              )}
            </View>
          )
        })}
      </View>
      <Cell label={texts.total} value={<Money fen={read.totalFen} size="middle" />} />
    </>
  )
}
