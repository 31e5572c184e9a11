import type { ContactWishes } from '@anjiao/shared/contract/notices'
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

export interface ContactCardProps {
  home: HomeAddress
  /** Who answers requests enters that a home is not to be contacted. */
  mayAnswer: boolean
}

/** How this home wishes to be reached, and whether it is not to be contacted at all. */
export function ContactCard({ home, mayAnswer }: ContactCardProps) {
  const contact = useContact(home)
  const [stopping, setStopping] = useState(false)
  const close = () => setStopping(false)
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
            <Note>{known.stop ? texts.stoppedHint : texts.hint}</Note>
            {!mayAnswer && <Note>{texts.answersOnly}</Note>}
            {mayAnswer &&
              (known.stop ? (
                <TakeStopBack home={home} onChanged={contact.reload} />
              ) : (
                <Button look="quiet" onPress={() => setStopping(true)}>
                  {texts.stop}
                </Button>
              ))}
          </Stack>
        )}
      </Loaded>
      {stopping && (
        <StopSheet
          home={home}
          onClose={close}
          onStopped={() => {
            close()
            contact.reload()
          }}
        />
      )}
    </Card>
  )
}

const wishLines = ({ writtenOnly, fromHour, toHour, address }: ContactWishes) => [
  { label: texts.way, text: writtenOnly ? texts.writtenOnly : texts.anyWay },
  { label: texts.hours, text: texts.between(fromHour, toHour) },
  { label: texts.address, text: address || texts.byName },
]
