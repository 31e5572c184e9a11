import type { CommunityId } from '@anjiao/shared/ids'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { replaceWith } from '../../../platform/navigate'
import { type PickedFile, pickFile } from '../../../platform/upload'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffRollPreview } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { Sending } from './sending'
import { texts } from './texts'

/** What the server takes in one upload. */
const fileBytesMax = 20 * 1024 * 1024
/** The contract's bound on a file's name; its end tells more than its beginning. */
const fileNameMax = 200

/** Picks a file, sends it, and goes on to what it would bring. */
export function UploadRoll({ communityId }: { communityId: CommunityId }) {
  const [file, setFile] = useState<PickedFile>()
  const [isTooLarge, setTooLarge] = useState(false)
  const [sentShare, setSentShare] = useState(0)
  const upload = useMutation(({ name, bytes }: PickedFile, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/rolls',
      { params: { communityId }, query: { fileName: name.slice(-fileNameMax) }, body: bytes },
      { intention, onSent: setSentShare },
    ),
  )

  const send = async (picked: PickedFile) => {
    setSentShare(0)
    const roll = await upload.run(picked)
    if (roll) replaceWith(toStaffRollPreview({ communityId }, roll.id))
  }
  const pick = async () => {
    const picked = await pickFile({ extensions: ['xlsx'], maxBytes: fileBytesMax })
    if (picked === 'cancelled') return
    setTooLarge(picked === 'too-large')
    if (picked === 'too-large') return
    setFile(picked)
    await send(picked)
  }

  if (upload.busy && file) return <Sending file={file} share={sentShare} />
  const failure = isTooLarge
    ? { sentence: texts.tooLarge, unsure: false, requestId: undefined }
    : upload.failure
  const mayHelpToRepeat = failure?.unsure === true && file !== undefined
  return (
    <Card title={texts.title}>
      <Stack>
        <Text className="text">{texts.lead}</Text>
        {failure && (
          <ErrorNote
            sentence={failure.sentence}
            reference={failure.requestId}
            retry={mayHelpToRepeat ? () => void send(file) : undefined}
            retryText={texts.again}
          />
        )}
        <Button icon="upload" onPress={() => void pick()}>
          {failure ? texts.another : texts.pick}
        </Button>
        <Note>{texts.pickHint}</Note>
      </Stack>
    </Card>
  )
}
