import { formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { View } from '@tarojs/components'
import { ReliefTag } from '../../../features/relief/state-tag'
import { reliefTexts } from '../../../features/relief/texts'
import type { useReliefApplications } from '../../../features/relief/use-relief'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toReliefApplication } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { dayText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'

interface MyApplicationsProps {
  home: HomeAddress
  applications: ReturnType<typeof useReliefApplications>
}

/** What this home has asked for, newest first, each leading to where it stands. */
export const MyApplications = ({ home, applications }: MyApplicationsProps) => (
  <Card title={reliefTexts.mine}>
    <Loaded of={applications} lines={2}>
      {(asked) =>
        asked.length === 0 ? (
          <Note>{reliefTexts.none}</Note>
        ) : (
          <Cells>
            {asked.map((application) => (
              <Cell
                key={application.id}
                label={application.standard.name}
                hint={<Dates {...application} />}
                value={<ReliefTag {...application} />}
                onPress={() => go(toReliefApplication(home, application.id))}
              />
            ))}
          </Cells>
        )
      }
    </Loaded>
  </Card>
)

const Dates = ({ askedAt, replyBy }: ReliefApplication) => (
  <View className="whole-words">
    <View>
      {reliefTexts.askedOn} {dayText(askedAt)}
    </View>
    {replyBy !== null && <View>{reliefTexts.replyBy(formatDate(replyBy))}</View>}
  </View>
)
