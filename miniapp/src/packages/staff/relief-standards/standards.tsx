import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { StandardSheet } from '../../../features/staff-relief/standard-sheet'
import { useStandards } from '../../../features/staff-relief/use-standards'
import { go } from '../../../platform/navigate'
import { toStaffNewReliefStandard } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { StandardCard } from './standard-card'
import { texts } from './texts'

export interface StandardsProps {
  communityId: CommunityId
  mayPublish: boolean
}

/** Standards in force, each whole; those that have ended, to be read. */
export function Standards({ communityId, mayPublish }: StandardsProps) {
  const standards = useStandards(communityId)
  const write = mayPublish && (
    <View className="buttons">
      <Button onPress={() => go(toStaffNewReliefStandard({ communityId }))}>{texts.write}</Button>
    </View>
  )
  return (
    <Loaded of={standards} lines={8}>
      {(listed) => {
        const inForce = listed.filter(({ endedAt }) => endedAt === null)
        const ended = listed.filter(({ endedAt }) => endedAt !== null)
        return (
          <>
            {inForce.length === 0 ? (
              <Card>
                <Empty
                  icon="shield"
                  title={texts.none}
                  hint={mayPublish ? texts.noneHint : `${texts.noneHint}${texts.noneForOthers}`}
                />
              </Card>
            ) : (
              inForce.map((standard) => (
                <StandardCard
                  key={standard.id}
                  communityId={communityId}
                  standard={standard}
                  mayPublish={mayPublish}
                  onEnded={standards.reload}
                />
              ))
            )}
            {write}
            {ended.length > 0 && <EndedStandards standards={ended} />}
          </>
        )
      }}
    </Loaded>
  )
}

function EndedStandards({ standards }: { standards: readonly ReliefStandard[] }) {
  const [read, setRead] = useState<ReliefStandard>()
  return (
    <Card title={texts.ended}>
      <Note>{texts.kept}</Note>
      <Cells>
        {standards.map((standard) => (
          <Cell
            key={standard.id}
            icon="book"
            label={standard.name}
            hint={texts.since(instantText(standard.publishedAt))}
            onPress={() => setRead(standard)}
          />
        ))}
      </Cells>
      {read && <StandardSheet standard={read} onClose={() => setRead(undefined)} />}
    </Card>
  )
}
