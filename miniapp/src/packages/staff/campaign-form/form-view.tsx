import type { Campaign } from '@anjiao/shared/contract/campaigns'
import type { CommunityParts } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ChannelOrder } from '../../../features/staff-reminders/channel-order'
import { DryRunCards } from '../../../features/staff-reminders/dry-run-cards'
import { useDryRun } from '../../../features/staff-reminders/use-dry-run'
import { useKeptDraft } from '../../../platform/kept-draft'
import { scrollTo } from '../../../platform/scroll-to'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { classNames } from '../../../ui/class-names'
import { Field } from '../../../ui/field'
import { Columns, Stack } from '../../../ui/page'
import { type CampaignDraft, readCampaign, readSegment } from './campaign-draft'
import './campaign-form.scss'
import { LiveCount } from './live-count'
import { SaveBar } from './save-bar'
import { texts } from './texts'
import { useLiveCount } from './use-live-count'
import { WhenCard } from './when-card'
import { WhomCard } from './whom-card'

export interface FormViewProps {
  communityId: CommunityId
  parts: CommunityParts
  /** The draft that is changed; undefined: a new one. */
  stored: Pick<Campaign, 'id' | 'lastStep'> | undefined
  begin: CampaignDraft
}

/** What a campaign is to do at the left; at the right how many homes that is, and who would get what. */
export function FormView({ communityId, parts, stored, begin }: FormViewProps) {
  // What is written belongs to the draft as it was when the writing began, whatever a colleague does to it meanwhile.
  const [changes] = useState(stored)
  const kept = useKeptDraft(
    `campaign-${communityId}-${changes ? `${changes.id}-${changes.lastStep}` : 'new'}`,
    begin,
  )
  const { draft, change } = kept
  const read = readCampaign(draft, new Date())
  const whom = readSegment(draft)
  const faults = 'faults' in read ? read.faults : {}
  const campaign = 'campaign' in read && read.campaign.name !== '' ? read.campaign : undefined
  const segment = 'segment' in whom ? whom.segment : undefined
  const counted = useLiveCount(communityId, segment)
  const fields = { draft, faults, onChange: change }
  const trying = useDryRun(
    communityId,
    campaign && { ...campaign, ...(changes && { campaignId: changes.id }) },
  )
  const tried = trying.dryRun
  useEffect(() => {
    if (tried) scrollTo('.campaign-tried')
  }, [tried])
  return (
    <>
      <Columns>
        <Stack>
          <Note>{texts.rule}</Note>
          <Card>
            <Field
              label={texts.name}
              hint={texts.nameHint}
              maxLength={40}
              value={draft.name}
              onChange={(name) => change({ name })}
            />
          </Card>
          <WhomCard parts={parts} {...fields} />
          <Card title={texts.how}>
            <ChannelOrder order={draft.channels} onChange={(channels) => change({ channels })} />
            {faults.channels && <View className="field-error">{faults.channels}</View>}
          </Card>
          <WhenCard {...fields} />
        </Stack>
        <Stack>
          <View className={classNames(!tried && 'campaign-count')}>
            <LiveCount counted={counted} isUnclear={segment === undefined} />
          </View>
          {tried && (
            <View className="campaign-tried stack">
              <DryRunCards dryRun={tried} />
            </View>
          )}
        </Stack>
      </Columns>
      <SaveBar
        communityId={communityId}
        changes={changes}
        campaign={campaign}
        homes={segment && counted.data?.homes}
        trying={trying}
        onSaved={kept.forget}
      />
    </>
  )
}
