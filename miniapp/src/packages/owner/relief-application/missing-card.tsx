import { formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { Text } from '@tarojs/components'
import { photoTexts } from '../../../features/photos/texts'
import { PhotoEvidence } from '../../../features/relief/photo-evidence'
import { useReliefOptions } from '../../../features/relief/use-relief'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'
import { useMore } from './use-more'

interface MissingCardProps {
  home: HomeAddress
  application: ReliefApplication
  onSent: () => void
}

/** What staff said is missing, and the way to send it: words are enough when the papers went to the counter. */
export function MissingCard({ home, application, onSent }: MissingCardProps) {
  const { standard, reason, sendBy } = application
  const options = useReliefOptions(home)
  const more = useMore(home, application, () => {
    toast(texts.sentMore)
    onSent()
  })
  const mayUpload = standard.ways.includes('upload')
  return (
    <>
      <Card title={texts.missing} tone="due">
        <Stack>
          <Text className="lead">{reason}</Text>
          {sendBy !== null && <Text className="text">{texts.missingUntil(formatDate(sendBy))}</Text>}
        </Stack>
      </Card>
      <Card title={texts.missingForm}>
        <Stack>
          <Field
            label={texts.missingStory}
            hint={texts.missingStoryHint}
            error={more.isMissing ? texts.moreMissing : undefined}
            lines="many"
            maxLength={500}
            value={more.statement}
            onChange={more.write}
          />
          <Loaded of={options} lines={2}>
            {({ consent }) => (
              <>
                {mayUpload && (
                  <>
                    <Text className="field-label">{texts.missingPhotos}</Text>
                    <PhotoEvidence
                      consent={consent}
                      agreed={more.agreed}
                      onAgree={more.setAgreed}
                      photos={more.photos}
                    />
                  </>
                )}
                <Note>{texts.noPhotos}</Note>
                {more.waitsForPhotos && (
                  <ErrorNote
                    sentence={more.photos.hasFailed ? photoTexts.someFailed : photoTexts.stillSending}
                  />
                )}
                {more.failure && (
                  <ErrorNote sentence={more.failure.sentence} reference={more.failure.requestId} />
                )}
                <Button busy={more.busy} onPress={() => void more.send(consent.key)}>
                  {texts.sendMore}
                </Button>
              </>
            )}
          </Loaded>
        </Stack>
      </Card>
    </>
  )
}
