import type { DebitLayout, LayoutPreview } from '@anjiao/shared/contract/debit-layouts'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { FormCard } from './form-card'
import { PartCard } from './part-card'
import { editTexts as texts } from './texts'
import { TryCard } from './try-card'

export interface LayoutEditorProps {
  communityId: CommunityId
  begun: DebitLayout
  onSaved: () => void
  onNever: () => void
}

/** A new layout, begun with another: changed, tried with homes that are made up, and kept. */
export function LayoutEditor({ communityId, begun, onSaved, onNever }: LayoutEditorProps) {
  const [layout, setLayout] = useState(begun)
  const [tried, setTried] = useState<LayoutPreview>()
  const trying = useMutation((body: DebitLayout, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-layouts/preview',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const saving = useMutation((body: DebitLayout, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-layouts',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const change = (part: Partial<DebitLayout>) => {
    setLayout({ ...layout, ...part })
    setTried(undefined)
  }
  const save = async () => {
    if (!(await saving.run(layout))) return
    toast(texts.saved)
    onSaved()
  }
  const isNamed = layout.name.trim() !== ''
  return (
    <Columns>
      <Stack>
        <FormCard layout={layout} onChange={change} />
        {(['header', 'detail', 'trailer'] as const).map((part) => (
          <PartCard
            key={part}
            part={part}
            layout={layout}
            onChange={(fields) => change({ [part]: fields })}
          />
        ))}
      </Stack>
      <Stack>
        {tried && <TryCard tried={tried} />}
        <DecisionFailure failure={saving.failure ?? trying.failure} onRefresh={onSaved} />
        <Button
          look={tried ? 'quiet' : 'primary'}
          busy={trying.busy}
          disabled={!isNamed}
          onPress={() => void trying.run(layout).then(setTried)}
        >
          {texts.try}
        </Button>
        {tried && tried.problems.length === 0 && (
          <>
            <Note>{texts.unchangeable}</Note>
            <Button busy={saving.busy} onPress={() => void save()}>
              {texts.save}
            </Button>
          </>
        )}
        <Button look="plain" onPress={onNever}>
          {texts.never}
        </Button>
      </Stack>
    </Columns>
  )
}
