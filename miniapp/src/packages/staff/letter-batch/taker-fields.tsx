import { type LetterTaker, letterTakers } from '@anjiao/shared/letter-life'
import { View } from '@tarojs/components'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { texts } from './texts'

/** Who took a letter at the door. */
export interface Taker {
  readonly who: LetterTaker | undefined
  readonly name: string
}

const takers = (['owner', 'family'] as const satisfies readonly LetterTaker[]).map((value) => ({
  value,
  label: letterTakers[value],
}))

/** To whom a letter was handed: family by name. */
export const TakerFields = ({ taker, onChange }: { taker: Taker; onChange: (taker: Taker) => void }) => (
  <>
    <View className="field">
      <View className="field-label">{texts.taker}</View>
      <Choice
        label={texts.taker}
        options={takers}
        value={taker.who}
        onChange={(who) => onChange({ ...taker, who })}
      />
    </View>
    {taker.who === 'family' && (
      <Field
        label={texts.takerName}
        hint={texts.takerNameHint}
        maxLength={40}
        value={taker.name}
        onChange={(name) => onChange({ ...taker, name })}
      />
    )}
  </>
)
