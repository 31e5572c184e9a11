import { Button } from './button'
import { confirm } from './notice'
import { ErrorNote } from './states'

export interface TakeBackProps {
  /** What is taken back: on the button, and over the question. */
  title: string
  /** What follows from it. */
  question: string
  busy: boolean
  failure: { readonly sentence: string; readonly requestId?: string | undefined } | undefined
  onTakeBack: () => void
}

/** The quiet way out of something one has asked for: asked once more, and done. */
export function TakeBack({ title, question, busy, failure, onTakeBack }: TakeBackProps) {
  const ask = async () => {
    if (await confirm({ title, text: question, yes: title })) onTakeBack()
  }
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="plain" busy={busy} onPress={() => void ask()}>
        {title}
      </Button>
    </>
  )
}
