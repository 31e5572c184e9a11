import type { ContactWishes, HomeContact } from '@anjiao/shared/contract/notices'
import { contactStops } from '@anjiao/shared/notice-life'
import { useState } from 'react'
import { useContact } from '../../../features/staff-messages/use-messages'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { StopSheet } from './stop-sheet'
import { TakeStopBack } from './take-stop-back'
import { contactTexts as texts } from './texts'
import { WishesSheet } from './wishes-sheet'

export interface ContactCardProps {
  home: HomeAddress
  /** Who answers requests enters that a home is not to be contacted. */
  mayAnswer: boolean
  /** To whom residents say how they wish to be reached. */
  mayEnterWishes: boolean
}

/** How this home wishes to be reached, and whether it is not to be contacted at all. */
export function ContactCard({ home, mayAnswer, mayEnterWishes }: ContactCardProps) {
  const contact = useContact(home)
  const [sheet, setSheet] = useState<'stop' | 'wishes'>()
  const close = () => setSheet(undefined)
  const refresh = () => {
    close()
    contact.reload()
  }
  const stop = contact.data?.stop
  return (
    <Card title={texts.title} aside={stop && <Tag tone="bad">{texts.stopped}</Tag>}>
      <Loaded of={contact} lines={2}>
        {(known) => (
          <Stack>
            {known.stop && (
              <Definition
                title={contactStops[known.stop.reason]}
                lines={[{ label: texts.note, text: known.stop.note }]}
              />
            )}
            <Definition longLabels lines={wishLines(known.wishes)} />
            <Note>{saidBy(known)}</Note>
            <Note>{known.stop ? texts.stoppedHint : texts.hint}</Note>
            {!mayAnswer && <Note>{texts.answersOnly}</Note>}
            {mayEnterWishes && (
              <Button look="quiet" onPress={() => setSheet('wishes')}>
                {texts.enter}
              </Button>
            )}
            {mayAnswer &&
              (known.stop ? (
                <TakeStopBack home={home} onChanged={contact.reload} />
              ) : (
                <Button look="quiet" onPress={() => setSheet('stop')}>
                  {texts.stop}
                </Button>
              ))}
          </Stack>
        )}
      </Loaded>
      {sheet === 'stop' && <StopSheet home={home} onClose={close} onStopped={refresh} />}
      {sheet === 'wishes' && contact.data && (
        <WishesSheet home={home} before={contact.data.wishes} onClose={close} onEntered={refresh} />
      )}
    </Card>
  )
}

function saidBy({ said }: HomeContact): string {
  if (!said) return texts.unsaid
  return said.enteredBy === null ? texts.saidByHome : texts.saidAtDesk(said.enteredBy)
}

const wishLines = ({ writtenOnly, fromHour, toHour, address }: ContactWishes) => [
  { label: texts.way, text: writtenOnly ? texts.writtenOnly : texts.anyWay },
  { label: texts.hours, text: texts.between(fromHour, toHour) },
  { label: texts.address, text: address || texts.byName },
]
