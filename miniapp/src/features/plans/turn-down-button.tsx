import type { PlanId } from '@anjiao/shared/ids'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { confirm, toast } from '../../ui/notice'
import { ErrorNote } from '../../ui/states'
import { useTurnDown } from './use-turn-down'

export interface TurnDownButtonProps {
  home: HomeAddress
  planId: PlanId
  event: 'decline' | 'withdraw'
  texts: { label: string; ask: string; done: string }
  onChanged: () => void
}

/** Says no to what was offered, or takes an application back, after asking once. */
export function TurnDownButton({ home, planId, event, texts, onChanged }: TurnDownButtonProps) {
  const { run, busy, failure } = useTurnDown(home, planId)
  const turnDown = async () => {
    if (!(await confirm({ title: texts.label, text: texts.ask, yes: texts.label }))) return
    if (await run(event)) toast(texts.done)
    onChanged()
  }
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="plain" busy={busy} onPress={() => void turnDown()}>
        {texts.label}
      </Button>
    </>
  )
}
