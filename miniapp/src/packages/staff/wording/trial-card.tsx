import type { WordingTrial } from '@anjiao/shared/contract/wordings'
import type { Channel } from '@anjiao/shared/notice-life'
import type { TemplateField } from '@anjiao/shared/template-fields'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { texts } from './texts'
import type { Trial } from './use-trial'
import './wording.scss'

interface OfWording {
  channel: Channel
  fields: readonly TemplateField[]
}

/** How the message reads for an example home, and what there is to put right. */
export const TrialCard = ({ trial, ...of }: { trial: Trial } & OfWording) => (
  <View className="wording-trial">
    <Stack>
      <Loaded of={trial} lines={4}>
        {({ reads, problems }) => (
          <>
            <Card title={texts.reads} tone="brand">
              <Note>{texts.readsHint}</Note>
              {reads.length === 0 ? <Note>{texts.nothingYet}</Note> : <Reads reads={reads} />}
            </Card>
            <Problems problems={problems} {...of} />
          </>
        )}
      </Loaded>
    </Stack>
  </View>
)

const Reads = ({ reads }: Pick<WordingTrial, 'reads'>) => (
  <Cells>
    {reads.map(({ label, value }) => (
      <Cell
        key={label}
        label={<Note>{label}</Note>}
        hint={<View className="text">{value || texts.empty}</View>}
      />
    ))}
  </Cells>
)

function Problems({ problems, fields, channel }: Pick<WordingTrial, 'problems'> & OfWording) {
  if (problems.length === 0) return <Card tone="good">{texts.noProblems}</Card>
  const nameOf = (key: string) => {
    if (key === 'text') return texts.text
    if (key === 'templateId') return channel === 'sms' ? texts.smsTemplateId : texts.template
    return fields.find((each) => each.key === key)?.label || texts.placeholder(key)
  }
  return (
    <Card title={texts.problems} tone="due">
      <Cells>
        {problems.map(({ field, problem }) => (
          <Cell key={`${field} ${problem}`} label={nameOf(field)} hint={problem} />
        ))}
      </Cells>
    </Card>
  )
}
