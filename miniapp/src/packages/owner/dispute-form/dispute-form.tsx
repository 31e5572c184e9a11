import type { Charge } from '@anjiao/shared/contract/billing'
import { disputeTerms } from '@anjiao/shared/dispute-terms'
import { type DisputeAbout, disputeAbouts } from '@anjiao/shared/vocabulary'
import { Text, View } from '@tarojs/components'
import { periodOf } from '../../../features/bills/charge-cell'
import { PhotoGrid } from '../../../features/photos/photo-grid'
import { photoTexts } from '../../../features/photos/texts'
import { replaceWith } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toDispute } from '../../../routes/owner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Money } from '../../../ui/money'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { aboutHints, texts } from './texts'
import { useDisputeForm } from './use-dispute-form'

const abouts = (Object.keys(disputeAbouts) as DisputeAbout[]).map((about) => ({
  value: about,
  label: disputeAbouts[about],
  hint: aboutHints[about],
}))

/** What is wrong with a charge, in the owner's words, with photos if there are any. */
export function DisputeFormCards({ home, charge }: { home: HomeAddress; charge: Charge }) {
  const form = useDisputeForm(home, charge.id, ({ id }) => {
    toast(texts.sent)
    replaceWith(toDispute(home, id))
  })
  const { photos, missing, waitsForPhotos, failure } = form
  return (
    <>
      <Card title={texts.which}>
        <Cell
          label={charge.feeItem}
          hint={<View className="whole-words">{periodOf(charge)}</View>}
          value={<Money fen={charge.amountFen} />}
        />
        <Text className="text">{texts.promise(disputeTerms.replyDays)}</Text>
      </Card>
      <Card title={texts.about}>
        <Choice
          label={texts.about}
          options={abouts}
          value={form.about}
          onChange={(about) => form.change({ about })}
        />
      </Card>
      <Card title={texts.story}>
        <Stack>
          <Field
            label={texts.storyLabel}
            hint={texts.storyHint}
            error={form.storyError}
            lines="many"
            maxLength={500}
            value={form.text}
            onChange={(text) => form.change({ text })}
          />
        </Stack>
      </Card>
      <Card title={texts.photos}>
        <Stack>
          <Note>{texts.photosHint(disputeTerms.photoDays)}</Note>
          <PhotoGrid photos={photos} />
        </Stack>
      </Card>
      <Stack>
        {missing.length > 0 && <ErrorNote sentence={`${texts.unfinished}${missing.join('；')}。`} />}
        {waitsForPhotos && (
          <ErrorNote sentence={photos.hasFailed ? photoTexts.someFailed : photoTexts.stillSending} />
        )}
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <Button busy={form.busy} onPress={form.send}>
          {texts.send}
        </Button>
      </Stack>
    </>
  )
}
