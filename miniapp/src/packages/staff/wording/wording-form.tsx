import type { WechatTemplate, Wording } from '@anjiao/shared/contract/wordings'
import type { CommunityId } from '@anjiao/shared/ids'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import { useKeptDraft } from '../../../platform/kept-draft'
import { Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Columns, Stack } from '../../../ui/page'
import { FillCard } from './fill-card'
import { NewerCard } from './newer-card'
import { Publish } from './publish'
import { SourceCard } from './source-card'
import { texts } from './texts'
import { TrialCard } from './trial-card'
import { useTrial } from './use-trial'
import { fieldsToFill, readWording, wordingDraft } from './wording-draft'

export interface WordingFormProps {
  communityId: CommunityId
  of: { readonly kind: NoticeKind; readonly channel: Channel }
  /** Those that are there now. */
  templates: readonly WechatTemplate[]
  inForce: Wording | undefined
  onRefresh: () => void
}

/** What a message says at the left; at the right how that reads, tried while one writes. */
export function WordingForm({ communityId, of, templates, inForce, onRefresh }: WordingFormProps) {
  const kept = useKeptDraft(`wording-${communityId}-${of.kind}-${of.channel}`, wordingDraft(inForce))
  const { draft, change } = kept
  const fields = fieldsToFill(of.channel, draft, templates)
  const wording = readWording(of, draft, fields)
  const trial = useTrial(communityId, wording)
  const problems = trial.data?.problems ?? []
  const standing = trial.standing === 'tried' ? (problems.length === 0 ? 'right' : 'wrong') : trial.standing
  const newer = inForce && inForce.id !== draft.from ? inForce : undefined
  const writing = { of, draft, templates, problems, onChange: change }
  return (
    <>
      <Columns>
        <Stack>
          <Note>{texts.rule}</Note>
          {newer && (
            <NewerCard
              wording={newer}
              onKeepMine={() => change({ from: newer.id })}
              onTakeTheirs={() => change(wordingDraft(newer))}
            />
          )}
          {inForce && !newer && (
            <Note>{texts.inForce(inForce.publishedAs, instantText(inForce.publishedAt))}</Note>
          )}
          <SourceCard {...writing} />
          {fields.length > 0 && <FillCard {...writing} fields={fields} />}
        </Stack>
        <TrialCard trial={trial} fields={fields} channel={of.channel} />
      </Columns>
      <Publish
        communityId={communityId}
        wording={wording}
        replaces={draft.from}
        standing={newer ? 'newer' : standing}
        onPublished={kept.forget}
        onRefresh={onRefresh}
      />
    </>
  )
}
