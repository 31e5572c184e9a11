import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { formatYuan } from '@anjiao/shared/money'
import { grantWords } from '@anjiao/shared/relief-words'
import { useState } from 'react'
import { ReasonSheet, type ReasonSheetProps } from '../../../features/staff-reasons/reason-sheet'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import type { Decision } from './decide-card'
import { readLess } from './less'
import { commonGrants, commonLess, decideTexts, grantTexts as texts } from './texts'

export interface GrantSheetProps
  extends Pick<ReasonSheetProps, 'busy' | 'failure' | 'onRefresh' | 'onClose'> {
  shown: ReliefCase
  onDecide: (decision: Decision) => Promise<boolean>
}

/** Grants what the standard gives, or less where it is a percentage or a sum; never more. */
export function GrantSheet({ shown, onDecide, ...sheet }: GrantSheetProps) {
  const { proposed, needsSecond, application } = shown
  const { measure, percent } = application.standard
  const [how, setHow] = useState<'asStandard' | 'less'>('asStandard')
  const [written, setWritten] = useState('')
  const isLess = how === 'less'
  const less = isLess ? readLess(written, shown) : { percent: null, amountFen: null }
  const mayBeLess = measure === 'sum' || (measure === 'percent' && (percent ?? 0) > 1)
  return (
    <ReasonSheet
      // Another choice wants another reason.
      key={how}
      {...sheet}
      keptAs={`relief-${application.id}-grant-${how}`}
      title={texts.title}
      label={decideTexts.reason}
      reasons={isLess ? commonLess : commonGrants}
      hint={needsSecond ? texts.thenSecond : texts.atOnce}
      send={needsSecond ? texts.sendFirst : texts.send}
      ready={less !== undefined}
      onSend={async (reason) => less !== undefined && onDecide({ kind: 'grant', ...less, reason })}
    >
      {mayBeLess ? (
        <Choice
          label={texts.how}
          options={[
            { value: 'asStandard', label: texts.asStandard, hint: grantWords(proposed).join('；') },
            { value: 'less', label: texts.less, hint: texts.lessHint },
          ]}
          value={how}
          onChange={setHow}
        />
      ) : (
        <Note>{grantWords(proposed).join('；')}</Note>
      )}
      {isLess && measure === 'percent' && (
        <Field
          label={texts.percent}
          unit="%"
          hint={texts.percentHint(percent ?? 100)}
          keyboard="digits"
          maxLength={3}
          value={written}
          onChange={setWritten}
        />
      )}
      {isLess && measure === 'sum' && (
        <Field
          label={texts.sum}
          unit={texts.sumUnit}
          hint={texts.sumHint(formatYuan(proposed.principalFen))}
          keyboard="amount"
          maxLength={14}
          value={written}
          onChange={setWritten}
        />
      )}
    </ReasonSheet>
  )
}
