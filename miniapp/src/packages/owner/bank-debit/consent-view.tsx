import type { MandatePaper } from '@anjiao/shared/contract/debit'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Failure } from '../../../platform/failure'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { CheckRow } from '../../../ui/choice'
import { Paper } from '../../../ui/paper'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface ConsentViewProps {
  paper: MandatePaper
  busy: boolean
  failure: Failure | undefined
  onAgree: (consents: string[]) => void
  onChange: () => void
  onNever: () => void
}

/** The whole text, then each consent by a tick of its own; nothing is ticked beforehand (个人信息保护法 14, 29). */
export function ConsentView({ paper, busy, failure, onAgree, onChange, onNever }: ConsentViewProps) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const missing = paper.consents.filter(({ key, required }) => required && !ticked.includes(key)).length
  return (
    <>
      <Card title={texts.read}>
        <Paper paper={paper.paper} />
      </Card>
      <Card title={texts.consents}>
        <View className="check-rows">
          {paper.consents.map(({ key, text }) => (
            <CheckRow
              key={key}
              label={text}
              checked={ticked.includes(key)}
              onChange={(on) => setTicked(on ? [...ticked, key] : ticked.filter((other) => other !== key))}
            />
          ))}
        </View>
      </Card>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} disabled={missing > 0} onPress={() => onAgree([...ticked])}>
        {missing > 0 ? texts.unticked(missing) : texts.agree}
      </Button>
      <Button look="quiet" disabled={busy} onPress={onChange}>
        {texts.change}
      </Button>
      <Button look="plain" disabled={busy} onPress={onNever}>
        {texts.never}
      </Button>
    </>
  )
}
