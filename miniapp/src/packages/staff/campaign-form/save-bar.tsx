import type { Campaign, NewCampaign } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { ActionBar } from '../../../features/staff-post/action-bar'
import type { Trying } from '../../../features/staff-reminders/use-dry-run'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { goBack, replaceWith } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffCampaign } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface SaveBarProps {
  communityId: CommunityId
  /** The draft that is changed, as it was when the writing began; undefined: a new one. */
  changes: Pick<Campaign, 'id' | 'lastStep'> | undefined
  /** Undefined while something is not filled in rightly. */
  campaign: NewCampaign | undefined
  /** How many homes that is; undefined while it is not known. */
  homes: number | undefined
  trying: Trying
  onSaved: () => void
}

/** Tries it out, and keeps it as a draft, which leads to its own page. */
export function SaveBar(props: SaveBarProps) {
  const { communityId, changes, campaign, homes, trying, onSaved } = props
  const saving = useMutation((body: NewCampaign, intention) =>
    changes === undefined
      ? call(
          'POST /v1/staff/communities/:communityId/campaigns',
          { params: { communityId }, body },
          { intention },
        )
      : call(
          'PUT /v1/staff/communities/:communityId/campaigns/:campaignId',
          { params: { communityId, campaignId: changes.id }, body: { ...body, seen: changes.lastStep } },
          { intention },
        ),
  )
  const save = async (written: NewCampaign) => {
    const saved = await saving.run(written)
    if (!saved) return
    onSaved()
    toast(texts.saved)
    const address = toStaffCampaign({ communityId }, saved.id)
    if (changes === undefined) replaceWith(address)
    else goBack(address)
  }
  const lookAgain = () => changes && goBack(toStaffCampaign({ communityId }, changes.id))
  const ready = campaign ? texts.ready : texts.notReady
  return (
    <ActionBar>
      {saving.failure ? (
        <DecisionFailure failure={saving.failure} onRefresh={lookAgain} />
      ) : trying.failure ? (
        <ErrorNote sentence={trying.failure.sentence} reference={trying.failure.requestId} />
      ) : (
        <Note>{homes === undefined ? ready : texts.counted(homes, ready)}</Note>
      )}
      <View className="action-bar-buttons">
        <Button look="quiet" busy={trying.busy} disabled={!campaign} onPress={() => void trying.tryOut()}>
          {trying.dryRun ? texts.tryAgain : texts.tryOut}
        </Button>
        <Button busy={saving.busy} disabled={!campaign} onPress={() => campaign && void save(campaign)}>
          {texts.save}
        </Button>
      </View>
    </ActionBar>
  )
}
