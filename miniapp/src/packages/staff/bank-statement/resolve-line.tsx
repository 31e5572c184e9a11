import { formatYuan } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ExplainSheet } from '../../../features/staff-reconciliation/explain-sheet'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { confirm, toast } from '../../../ui/notice'
import { BookSheet } from './book-sheet'
import type { LineCardProps } from './line-card'
import { MatchSheet } from './match-sheet'
import { bookTexts, resolveTexts as texts } from './texts'

/** The ways out of a line that stands alone: it is one of ours, it is looked into, or it needs no booking. */
export function ResolveLine(props: LineCardProps) {
  const { post, line, statement, onChanged } = props
  const params = { communityId: post.communityId, lineId: line.id }
  const [open, setOpen] = useState<'match' | 'book' | 'explain'>()
  const { run, busy, failure } = useMutation((_: 'hold', intention) =>
    call('POST /v1/staff/communities/:communityId/bank-lines/:lineId/hold', { params }, { intention }),
  )
  const hold = async () => {
    const question = {
      title: texts.holdTitle,
      text: texts.holdAsk(formatYuan(line.amountFen)),
      yes: texts.hold,
    }
    if (!(await confirm(question)) || !(await run('hold'))) return
    toast(texts.held)
    onChanged()
  }
  const done = () => {
    setOpen(undefined)
    onChanged()
  }
  const candidates = statement.mayBe.filter(({ amountFen }) => amountFen === line.amountFen)
  return (
    <>
      <DecisionFailure failure={failure} onRefresh={onChanged} />
      <View className="buttons">
        {candidates.length > 0 && (
          <Button look="quiet" onPress={() => setOpen('match')}>
            {texts.match}
          </Button>
        )}
        {line.amountFen > 0 && (
          <Button look="quiet" busy={busy} onPress={() => void hold()}>
            {texts.hold}
          </Button>
        )}
        <Button look="quiet" onPress={() => setOpen('book')}>
          {bookTexts.button}
        </Button>
        <Button look="plain" onPress={() => setOpen('explain')}>
          {texts.explain}
        </Button>
      </View>
      {open === 'match' && (
        <MatchSheet
          params={params}
          line={line}
          candidates={candidates}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
      {open === 'book' && (
        <BookSheet
          params={params}
          amountFen={line.amountFen}
          ours={statement.ours}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
      {open === 'explain' && (
        <ExplainSheet
          keptAs={`bank-line-${line.id}`}
          title={texts.explainTitle}
          reasons={texts.lineReasons}
          explain={(reason, intention) =>
            call(
              'POST /v1/staff/communities/:communityId/bank-lines/:lineId/explain',
              { params, body: { reason } },
              { intention },
            )
          }
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
    </>
  )
}
