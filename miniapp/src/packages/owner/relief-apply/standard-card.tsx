import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { measureWords } from '@anjiao/shared/relief-words'
import { Card } from '../../../ui/card'
import { Choice } from '../../../ui/choice'
import { texts } from './texts'
import type { ReliefForm } from './use-relief-form'

interface StandardCardProps {
  standards: readonly ReliefStandard[]
  form: ReliefForm
}

/** Under which standard. */
export const StandardCard = ({ standards, form }: StandardCardProps) => (
  <Card title={texts.which}>
    <Choice
      label={texts.which}
      options={standards.map((standard) => ({
        value: String(standard.id),
        label: standard.name,
        hint: measureWords(standard),
      }))}
      value={form.standard && String(form.standard.id)}
      onChange={(chosen) => form.chooseStandard(standards.find(({ id }) => String(id) === chosen)?.id)}
    />
  </Card>
)
