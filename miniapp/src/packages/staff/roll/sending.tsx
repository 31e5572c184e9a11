import type { PickedFile } from '../../../platform/upload'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Skeleton } from '../../../ui/states'
import { Progress } from '../../../ui/steps'
import { texts } from './texts'

/** The file on its way, and then the server reading it. */
export function Sending({ file, share }: { file: PickedFile; share: number }) {
  const total = file.bytes.byteLength
  const isSent = share >= 1
  return (
    <Card title={file.name}>
      <Stack>
        <Progress
          label={isSent ? texts.checking : texts.sending}
          done={Math.round(total * share)}
          total={total}
          text={texts.sent(megabytes(total * share), megabytes(total))}
        />
        {isSent && <Skeleton lines={4} />}
        <Note>{texts.checkingHint}</Note>
      </Stack>
    </Card>
  )
}

const megabytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1)
