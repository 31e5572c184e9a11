import { formatDate } from '@anjiao/shared/calendar'
import type { PlaceStatement } from '@anjiao/shared/contract/bank-statements'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { Section } from '../../../features/staff-lists/section'
import { Slices } from '../../../features/staff-lists/slices'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { Tabs } from '../../../ui/tabs'
import { AloneCard } from './alone-card'
import { ImportCard } from './import-card'
import type { Show } from './index'
import { LineCard } from './line-card'
import { MatchAgain } from './match-again'
import { texts } from './texts'

export interface OfStatementProps {
  post: StaffPost
  placeId: MoneyPlaceId
  statement: PlaceStatement
  onChanged: () => void
}

/** As many lines as the server shows of one place. */
const shownMost = 200

const tabs = (['open', 'all'] as const).map((value) => ({ value, label: texts.tabs[value] }))

/** A place: its next file, its lines, and what the bank does not have of what we booked. */
export function StatementView(props: OfStatementProps & { show: Show; onShow: (show: Show) => void }) {
  const { post, statement, show, onShow } = props
  const { name, takenThrough, lines, alone } = statement
  const empty =
    takenThrough === null || show === 'all'
      ? { title: texts.noLines, hint: texts.noLinesHint }
      : { title: texts.none, hint: texts.noneHint }
  return (
    <>
      <Card title={name}>
        {takenThrough === null ? texts.never : texts.through(formatDate(takenThrough))}
      </Card>
      {mayReconcile(post) ? <ImportCard key={takenThrough} {...props} /> : <Note>{texts.notYours}</Note>}
      <Section title={texts.lines}>
        <Tabs label={texts.show} tabs={tabs} value={show} onChange={onShow} />
        {lines.length === 0 && (
          <Card>
            <Empty icon="check" {...empty} />
          </Card>
        )}
        {lines.length >= shownMost && <Note>{texts.mostShown(shownMost)}</Note>}
        <Slices rows={lines}>
          {(shown) => (
            <Columns>
              {shown.map((line) => (
                <LineCard key={line.id} {...props} line={line} />
              ))}
            </Columns>
          )}
        </Slices>
      </Section>
      {alone.length > 0 && (
        <Section title={texts.alone}>
          <Slices rows={alone}>
            {(shown) => (
              <Columns>
                {shown.map((movement) => (
                  <AloneCard key={movement.movement} {...props} movement={movement} />
                ))}
              </Columns>
            )}
          </Slices>
        </Section>
      )}
      {mayReconcile(post) && takenThrough !== null && <MatchAgain {...props} />}
    </>
  )
}
