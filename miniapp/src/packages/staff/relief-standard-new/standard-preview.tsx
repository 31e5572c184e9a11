import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { View } from '@tarojs/components'
import { StandardRules } from '../../../features/staff-relief/standard-rules'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import './relief-standard-new.scss'
import { formTexts as texts } from './texts'

/** The standard as owners will read it; undefined while its numbers cannot be read. */
export const StandardPreview = ({ standard }: { standard: NewReliefStandard | undefined }) => (
  <View className="standard-preview">
    <Card title={standard?.name || texts.preview} tone="brand">
      <Note>{standard ? texts.previewOf : texts.incomplete}</Note>
      {standard && (
        <StandardRules
          standard={{
            ...standard,
            evidence: standard.evidence || texts.unwritten,
            publishedAs: standard.publishedAs || texts.unwritten,
          }}
        />
      )}
    </Card>
  </View>
)
