import type { ReliefOptions } from '@anjiao/shared/contract/relief'
import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { type EvidenceWay, evidenceWays } from '@anjiao/shared/vocabulary'
import { Text } from '@tarojs/components'
import { PhotoEvidence } from '../../../features/relief/photo-evidence'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Stack } from '../../../ui/page'
import { texts } from './texts'
import type { ReliefForm } from './use-relief-form'

/** Showing papers at the counter comes first: nothing is kept of it. Photos come last. */
const order = Object.keys(evidenceWays) as EvidenceWay[]

interface EvidenceCardProps {
  standard: ReliefStandard
  consent: ReliefOptions['consent']
  form: ReliefForm
}

/** How the hardship is shown, with as little as will do. */
export function EvidenceCard({ standard, consent, form }: EvidenceCardProps) {
  const { way, chooseWay, agreed, setAgreed, photos } = form
  const ways = order.filter((one) => standard.ways.includes(one))
  return (
    <Card title={texts.how}>
      <Stack>
        <Text className="text">{standard.evidence}</Text>
        <Choice
          label={texts.how}
          options={ways.map((one) => ({ value: one, label: texts.ways[one], hint: texts.wayHints[one] }))}
          value={way}
          onChange={chooseWay}
        />
        {way === 'upload' ? (
          <PhotoEvidence consent={consent} agreed={agreed} onAgree={setAgreed} photos={photos} />
        ) : (
          <Note>{texts.laterOk}</Note>
        )}
      </Stack>
    </Card>
  )
}
