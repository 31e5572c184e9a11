import type { Campaign } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { DryRunCards } from '../../../features/staff-reminders/dry-run-cards'
import { useDryRun } from '../../../features/staff-reminders/use-dry-run'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

/** Tries a campaign out before it begins: whoever is to agree to it sees what it would do. */
export function TryCard({ communityId, campaign }: { communityId: CommunityId; campaign: Campaign }) {
  const { id: campaignId, name, segment, channels, startsAt, perMinute, holdOutPercent } = campaign
  const trying = useDryRun(communityId, {
    campaignId,
    name,
    segment,
    channels,
    startsAt,
    perMinute,
    holdOutPercent,
  })
  return (
    <>
      <Card>
        <Stack>
          <Note>{texts.tryHint}</Note>
          {trying.failure && (
            <ErrorNote sentence={trying.failure.sentence} reference={trying.failure.requestId} />
          )}
          <Button look="quiet" icon="search" busy={trying.busy} onPress={() => void trying.tryOut()}>
            {trying.dryRun ? texts.tryAgain : texts.tryOut}
          </Button>
        </Stack>
      </Card>
      {trying.dryRun && <DryRunCards dryRun={trying.dryRun} />}
    </>
  )
}
