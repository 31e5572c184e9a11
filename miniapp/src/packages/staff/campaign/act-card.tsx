import type { Campaign, CampaignMove } from '@anjiao/shared/contract/campaigns'
import { View } from '@tarojs/components'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { go } from '../../../platform/navigate'
import { type AtCommunity, toStaffCampaignForm } from '../../../routes/staff'
import { Button, type ButtonLook } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { moveTexts, texts } from './texts'
import { type Move, useMoveCampaign } from './use-move-campaign'

export interface ActCardProps {
  at: AtCommunity
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
export function ActCard({ at, campaign, onChanged }: ActCardProps) {
  const moving = useMoveCampaign(at.communityId, campaign.id)
  const { state, may } = campaign
  if (may.length === 0) return null
  const move = async (wanted: Move) => {
    const { label, ask, done } = moveTexts[wanted]
    if (!(await confirm({ title: label, text: ask, yes: label }))) return
    const moved = await moving.run(wanted)
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
                {moveTexts[wanted].label}
              </Button>
            ))}
          {may.includes('edit') && (
            <Button look="quiet" onPress={() => go(toStaffCampaignForm(at, campaign.id))}>
              {texts.edit}
            </Button>
          )}
        </View>
      </Stack>
    </Card>
  )
}
