import type { Offer, OfferPreview } from '@anjiao/shared/contract/plan-offers'
import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { call, longTimeoutMs } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { confirm } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { type OfferDraft, offerDraft, readOffer } from './offer-draft'
import { OfferPreviewCards } from './offer-preview'
import { OfferTerms } from './offer-terms'
import { SegmentFields } from './segment-fields'
import { texts } from './texts'

export interface NewOfferProps {
  communityId: CommunityId
  /** One home alone; undefined: a segment. */
  householdId: HouseholdId | undefined
  policy: PlanPolicy
  /** Told how many homes it reached. */
  onOffered: (homes: number) => void
}

/** Whom to offer a plan and which, whom that would reach, and the word to do it. */
export function NewOffer({ communityId, householdId, policy, onOffered }: NewOfferProps) {
  const [draft, setDraft] = useState(() => offerDraft(policy))
  const [preview, setPreview] = useState<OfferPreview>()
  const previewing = useMutation((body: Offer, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/plan-offers/preview',
      { params: { communityId }, body },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const offering = useMutation((body: Offer, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/plan-offers',
      { params: { communityId }, body },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const change = (next: OfferDraft) => {
    setDraft(next)
    setPreview(undefined)
  }
  const read = readOffer(draft, householdId)
  const offer = 'offer' in read && read.offer.message !== '' ? read.offer : undefined
  const send = async (written: Offer, { homes, debtFen }: OfferPreview) => {
    const text = texts.offerAsk(homes, formatYuan(debtFen))
    if (!(await confirm({ title: texts.offer, text, yes: texts.offer }))) return
    const done = await offering.run(written)
    if (done) onOffered(done.homes)
  }
  const failure = offering.failure ?? previewing.failure
  return (
    <Columns>
      <Stack>
        <SegmentFields
          draft={draft}
          isOneHome={householdId !== undefined}
          faults={'faults' in read ? read.faults : {}}
          onChange={change}
        />
        <OfferTerms draft={draft} policy={policy} onChange={change} />
        <Button
          look={preview ? 'quiet' : 'primary'}
          busy={previewing.busy}
          disabled={!offer}
          onPress={() => offer && void previewing.run(offer).then(setPreview)}
        >
          {preview ? texts.previewAgain : texts.preview}
        </Button>
      </Stack>
      <Stack>
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        {preview && (
          <OfferPreviewCards
            preview={preview}
            busy={offering.busy}
            onOffer={() => offer && void send(offer, preview)}
          />
        )}
      </Stack>
    </Columns>
  )
}
