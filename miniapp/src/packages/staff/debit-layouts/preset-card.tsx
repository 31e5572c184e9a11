import type { DebitLayout } from '@anjiao/shared/contract/debit-layouts'
import { layoutPurposes } from '@anjiao/shared/debit-layout'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { formWords } from './field-words'
import { texts } from './texts'

export interface PresetCardProps {
  presets: readonly DebitLayout[]
  onBegin: (preset: DebitLayout) => void
}

/** Layouts to begin with. */
export const PresetCard = ({ presets, onBegin }: PresetCardProps) => (
  <Card title={texts.begin}>
    <Stack>
      <Note>{texts.beginHint}</Note>
      <Cells>
        {presets.map((preset) => (
          <Cell
            key={`${preset.purpose} ${preset.name}`}
            icon="table"
            label={`${layoutPurposes[preset.purpose]}：${preset.name}`}
            hint={formWords(preset)}
            onPress={() => onBegin(preset)}
          />
        ))}
      </Cells>
    </Stack>
  </Card>
)
