import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { CommunityId } from '@anjiao/shared/ids'
import { StandardRules } from '../../../features/staff-relief/standard-rules'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffNewReliefStandard } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { toast } from '../../../ui/notice'
import { Tag } from '../../../ui/tag'
import { TakeBack } from '../../../ui/take-back'
import { texts } from './texts'

export interface StandardCardProps {
  communityId: CommunityId
  standard: ReliefStandard
  mayPublish: boolean
  onEnded: () => void
}

/** A standard in force, in the words that owners read; a manager writes its next version, or ends it. */
export function StandardCard({ communityId, standard, mayPublish, onEnded }: StandardCardProps) {
  const { id: standardId, name, publishedAt } = standard
  const ending = useMutation((_: Record<string, never>, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/relief-standards/:standardId/end',
      { params: { communityId, standardId } },
      { intention },
    ),
  )
  const end = async () => {
    if (!(await ending.run({}))) return
    toast(texts.endedNow)
    onEnded()
  }
  return (
    <Card title={name} aside={<Tag tone="good">{texts.inForce}</Tag>}>
      <Note>{texts.since(instantText(publishedAt))}</Note>
      <StandardRules standard={standard} />
      {mayPublish && (
        <>
          <Button
            look="quiet"
            label={texts.writeNextOf(name)}
            onPress={() => go(toStaffNewReliefStandard({ communityId }, standardId))}
          >
            {texts.writeNext}
          </Button>
          <TakeBack
            title={texts.endOf(name)}
            question={texts.endAsk}
            busy={ending.busy}
            failure={ending.failure}
            onTakeBack={() => void end()}
          />
        </>
      )}
    </Card>
  )
}
