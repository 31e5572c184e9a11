import { fileAddress } from '../../platform/file-address'
import { openPdf } from '../../platform/open-file'
import { useMutation } from '../../platform/use-mutation'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { invoiceTexts as texts } from './texts'

export interface InvoiceFileProps {
  fileType: 'pdf' | 'ofd'
  /** Asks for its short-lived address: as its owner, or as staff. */
  linkTo: (intention: string) => Promise<{ url: string }>
}

/** The invoice as a file. No phone opens OFD: that is said before it is tried. */
export function InvoiceFile({ fileType, linkTo }: InvoiceFileProps) {
  const { run, busy, failure } = useMutation((_: 'open', intention) =>
    openPdf(async () => fileAddress((await linkTo(intention)).url)),
  )
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      {fileType === 'ofd' && <Note>{texts.ofd}</Note>}
      <Button look="quiet" icon="receipt" busy={busy} onPress={() => void run('open')}>
        {texts.open}
      </Button>
    </>
  )
}
