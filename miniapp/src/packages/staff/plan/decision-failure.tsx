import { ErrorNote } from '../../../ui/states'
import type { DecisionSheetProps } from './decide-card'
import { decideTexts as texts } from './texts'

/** Why a decision was not taken; it may be that somebody else has decided, so one can look again. */
export const DecisionFailure = ({ failure, onRefresh }: Pick<DecisionSheetProps, 'failure' | 'onRefresh'>) =>
  failure ? (
    <ErrorNote
      sentence={failure.sentence}
      reference={failure.requestId}
      retry={failure.code === 'plan-moved-on' ? onRefresh : undefined}
      retryText={texts.again}
    />
  ) : null
