import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { LettersToPrint } from '@anjiao/shared/contract/letters'
import { lettersAtOnce } from '@anjiao/shared/letter-life'
import { mayPrintLetters } from '../../../features/staff-post/may-print'
import { mayManageReminders } from '../../../features/staff-reminders/may-manage'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffLetterBatch, toStaffWording } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { dayText } from '../../../ui/instant'
import { confirm } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import type { WaitingSource } from './by-source'
import { texts } from './texts'

export interface SourceCardProps {
  post: StaffPost
  source: WaitingSource
  onChanged: () => void
}

/** Letters of one campaign or rule that wait, by building, and the way to print them. */
export function SourceCard({ post, source, onChanged }: SourceCardProps) {
  const { communityId } = post
  const { campaignId, rule, letters, buildings, kind } = source
  const printing = useMutation((wanted: LettersToPrint, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/letter-batches',
      { params: { communityId }, body: wanted },
      { intention },
    ),
  )
  const print = async (building: string | null, own: number) => {
    if (
      !(await confirm({
        title: texts.ask(building, own > lettersAtOnce ? lettersAtOnce : null),
        text: texts.askText,
        yes: texts.print,
      }))
    )
      return
    const batch = await printing.run({ campaignId, rule, building })
    if (batch) go(toStaffLetterBatch({ communityId }, batch.id))
  }
  const may = mayPrintLetters(post) && source.worded && !source.paused
  return (
    <Card title={source.from} aside={<Tag tone="due">{texts.letters(letters)}</Tag>}>
      <Stack>
        <Note>{texts.printBy(dayText(source.printBy))}</Note>
        {source.paused && <Note>{texts.paused}</Note>}
        {!source.worded && (
          <Note>{mayManageReminders(post) ? texts.unworded : `${texts.unworded}${texts.askManager}`}</Note>
        )}
        <Cells>
          {buildings.map(({ building, letters: own }) => (
            <Cell
              key={building}
              label={building}
              hint={may ? texts.letters(own) : undefined}
              value={
                may ? (
                  <Button look="plain" busy={printing.busy} onPress={() => void print(building, own)}>
                    {printWords(own)}
                  </Button>
                ) : (
                  texts.letters(own)
                )
              }
            />
          ))}
        </Cells>
        <DecisionFailure failure={printing.failure} onRefresh={onChanged} />
        {may && (
          <Button busy={printing.busy} icon="mail" onPress={() => void print(null, letters)}>
            {printWords(letters)}
          </Button>
        )}
        {!source.worded && mayManageReminders(post) && (
          <Button look="quiet" onPress={() => go(toStaffWording(post, kind, 'letter'))}>
            {texts.toWording}
          </Button>
        )}
        {!mayPrintLetters(post) && <Note>{texts.printersOnly}</Note>}
      </Stack>
    </Card>
  )
}

/** How many a press prints: what one stack holds, or all of them. */
const printWords = (letters: number): string =>
  letters > lettersAtOnce ? texts.printFirst(lettersAtOnce) : texts.printAll(letters)
