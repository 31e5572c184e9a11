import { givesPrincipal } from '@anjiao/shared/vocabulary'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import type { StandardFieldsProps } from './standard-fields'
import { formTexts as texts } from './texts'

/** On what it rests: the owners' decision, a local rule, and where it was announced; each with why it is asked for. */
export function BasisFields({ draft, onChange }: StandardFieldsProps) {
  const change = (part: Partial<typeof draft>) => onChange({ ...draft, ...part })
  return (
    <Card title={texts.basis}>
      <Stack>
        <Field
          label={texts.resolution}
          hint={givesPrincipal(draft.measure) ? texts.resolutionWhy : texts.resolutionNotNeeded}
          lines="many"
          maxLength={200}
          value={draft.resolution}
          onChange={(resolution) => change({ resolution })}
        />
        <Field
          label={texts.legalBasis}
          hint={draft.kind === 'vacancy' ? texts.vacancyWhy : texts.legalBasisHint}
          lines="many"
          maxLength={200}
          value={draft.legalBasis}
          onChange={(legalBasis) => change({ legalBasis })}
        />
        <Field
          label={texts.publishedAs}
          hint={texts.publishedHint}
          lines="many"
          maxLength={200}
          value={draft.publishedAs}
          onChange={(publishedAs) => change({ publishedAs })}
        />
      </Stack>
    </Card>
  )
}
