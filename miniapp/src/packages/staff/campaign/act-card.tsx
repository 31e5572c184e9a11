import { campaignStates } from '@anjiao/shared/campaign-life'
import { type CampaignMove, campaignMoves } from '@anjiao/shared/campaign-terms'
import type { Campaign } from '@anjiao/shared/contract/campaigns'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { mayManageReminders } from '../../../features/staff-reminders/may-manage'
import { reminderTexts } from '../../../features/staff-reminders/texts'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { go } from '../../../platform/navigate'
import { toStaffCampaignForm } from '../../../routes/staff'
import { Button, type ButtonLook } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { moveTexts, texts } from './texts'
import { type Move, useMoveCampaign } from './use-move-campaign'

export interface ActCardProps {
  post: StaffPost
  campaign: Campaign
  onChanged: () => void
}

/** What most come for, first. */
const order = [
  'submit',
  'approve',
  'start',
  'pause',
  'resume',
  'send_back',
  'take_back',
  'stop',
] as const satisfies readonly Move[]

const looks: Readonly<Partial<Record<CampaignMove, ButtonLook>>> = {
  submit: 'primary',
  approve: 'primary',
  resume: 'primary',
  stop: 'danger',
}

/** What one may do with it now; each step is asked once more. */
export function ActCard({ post, campaign, onChanged }: ActCardProps) {
  const moving = useMoveCampaign(post.communityId, campaign.id)
  const { state, may, lastStep: seen } = campaign
  if (!mayManageReminders(post)) return campaignStates[state].ended ? null : <LookOn />
  if (may.length === 0) return null
  const move = async (wanted: Move) => {
    const label = campaignMoves[wanted]
    const { ask, done } = moveTexts[wanted]
    if (!(await confirm({ title: label, text: ask, yes: label }))) return
    const moved = await moving.run({ move: wanted, seen })
    if (moved) toast(done)
    onChanged()
  }
  return (
    <Card title={texts.acting}>
      <Stack>
        {state === 'submitted' && !may.includes('approve') && <Note>{texts.waitsForOther}</Note>}
        {(state === 'approved' || state === 'running' || state === 'paused') && <Note>{texts[state]}</Note>}
        <DecisionFailure failure={moving.failure} onRefresh={onChanged} />
        <View className="decisions">
          {order
            .filter((wanted) => may.includes(wanted))
            .map((wanted) => (
              <Button
                key={wanted}
                look={looks[wanted] ?? 'quiet'}
                busy={moving.busy}
                onPress={() => void move(wanted)}
              >
                {campaignMoves[wanted]}
              </Button>
            ))}
          {may.includes('edit') && (
            <Button look="quiet" onPress={() => go(toStaffCampaignForm(post, campaign.id))}>
              {texts.edit}
            </Button>
          )}
        </View>
      </Stack>
    </Card>
  )
}

/** In the place of what others may do with it. */
const LookOn = () => (
  <Card title={texts.acting}>
    <Note>{reminderTexts.looksOn}</Note>
  </Card>
)
