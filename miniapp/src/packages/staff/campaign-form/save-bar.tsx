import type { NewCampaign } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { ActionBar } from '../../../features/staff-post/action-bar'
import { call } from '../../../platform/call'
import type { Failure } from '../../../platform/failure'
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
  campaignId: CampaignId | undefined
  /** Undefined while something is not filled in rightly. */
  campaign: NewCampaign | undefined
  /** How many homes that is; undefined while it is not known. */
  homes: number | undefined
  hasTried: boolean
  trying: { readonly busy: boolean; readonly failure: Failure | undefined }
  onTryOut: (campaign: NewCampaign) => void
  onSaved: () => void
}

/** Tries it out, and keeps it as a draft, which leads to its own page. */
export function SaveBar(props: SaveBarProps) {
  const { communityId, campaignId, campaign, homes, hasTried, trying, onTryOut, onSaved } = props
  const saving = useMutation((body: NewCampaign, intention) =>
    campaignId === undefined
      ? call(
          'POST /v1/staff/communities/:communityId/campaigns',
          { params: { communityId }, body },
          { intention },
        )
      : call(
          'PUT /v1/staff/communities/:communityId/campaigns/:campaignId',
          { params: { communityId, campaignId }, body },
          { intention },
        ),
  )
  const save = async (written: NewCampaign) => {
    const saved = await saving.run(written)
    if (!saved) return
    onSaved()
    toast(texts.saved)
    const address = toStaffCampaign({ communityId }, saved.id)
    if (campaignId === undefined) replaceWith(address)
    else goBack(address)
  }
  const failure = saving.failure ?? trying.failure
  const ready = campaign ? texts.ready : texts.notReady
  return (
    <ActionBar>
      {failure ? (
        <ErrorNote sentence={failure.sentence} reference={failure.requestId} />
      ) : (
        <Note>{homes === undefined ? ready : texts.counted(homes, ready)}</Note>
      )}
      <View className="action-bar-buttons">
        <Button
          look="quiet"
          busy={trying.busy}
          disabled={!campaign}
          onPress={() => campaign && onTryOut(campaign)}
        >
          {hasTried ? texts.tryAgain : texts.tryOut}
        </Button>
        <Button busy={saving.busy} disabled={!campaign} onPress={() => campaign && void save(campaign)}>
          {texts.save}
        </Button>
      </View>
    </ActionBar>
  )
}
