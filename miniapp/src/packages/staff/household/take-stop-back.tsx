import type { HomeAddress } from '../../../routes'
import { toast } from '../../../ui/notice'
import { TakeBack } from '../../../ui/take-back'
import { contactTexts as texts } from './texts'
import { useContactStop } from './use-contact-stop'

/** The home may be contacted again. */
export function TakeStopBack({ home, onChanged }: { home: HomeAddress; onChanged: () => void }) {
  const { run, busy, failure } = useContactStop(home)
  const takeBack = async () => {
    if (await run(null)) toast(texts.takenBack)
    onChanged()
  }
  return (
    <TakeBack
      title={texts.takeBack}
      question={texts.takeBackAsk}
      busy={busy}
      failure={failure}
      onTakeBack={() => void takeBack()}
    />
  )
}
