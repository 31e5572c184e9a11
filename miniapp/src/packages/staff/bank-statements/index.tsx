import { formatDate } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { useStatementPlaces } from '../../../features/staff-statements/use-statements'
import { go } from '../../../platform/navigate'
import { toStaffBankStatement, toStaffTill } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

export default function BankStatements() {
  return (
    <StaffPage door="reconciliation" title={texts.title}>
      {({ communityId }) => <Places communityId={communityId} />}
    </StaffPage>
  )
}

function Places({ communityId }: { communityId: CommunityId }) {
  const places = useStatementPlaces(communityId)
  return (
    <Loaded of={places} lines={4}>
      {(listed) =>
        listed.length === 0 ? (
          <Card>
            <Empty icon="book" title={texts.none} hint={texts.noneHint}>
              <Button look="quiet" onPress={() => go(toStaffTill({ communityId }))}>
                {texts.toTill}
              </Button>
            </Empty>
          </Card>
        ) : (
          <>
            <Note>{texts.lead}</Note>
            <Card>
              <Cells>
                {listed.map(({ id, name, takenThrough, open }) => (
                  <Cell
                    key={id}
                    icon="book"
                    label={name}
                    hint={takenThrough === null ? texts.never : texts.through(formatDate(takenThrough))}
                    value={takenThrough !== null && <Standing open={open} />}
                    onPress={() => go(toStaffBankStatement({ communityId }, id))}
                  />
                ))}
              </Cells>
            </Card>
          </>
        )
      }
    </Loaded>
  )
}

const Standing = ({ open }: { open: number }) => (
  <Tag tone={open > 0 ? 'bad' : 'good'}>{open > 0 ? texts.open(count(open)) : texts.agrees}</Tag>
)
