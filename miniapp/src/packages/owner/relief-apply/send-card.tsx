import { photoTexts } from '../../../features/photos/texts'
import { Button } from '../../../ui/button'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'
import type { ReliefForm } from './use-relief-form'

/** The way to send it, and what stands in it. */
export function SendCard({
  form: { missing, waitsForPhotos, photos, failure, busy, send },
}: {
  form: ReliefForm
}) {
  return (
    <Stack>
      {missing.length > 0 && (
        <ErrorNote sentence={`${texts.unfinished}${missing.map((one) => texts.missing[one]).join('；')}。`} />
      )}
      {waitsForPhotos && (
        <ErrorNote sentence={photos.hasFailed ? photoTexts.someFailed : photoTexts.stillSending} />
      )}
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} onPress={send}>
        {texts.send}
      </Button>
    </Stack>
  )
}
