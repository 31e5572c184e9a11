import { restartAt } from '../../../platform/navigate'
import { toStaff } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

/** What was answered, and what comes of it. */
export const Answered = ({ answer, onAnother }: { answer: 'approved' | 'denied'; onAnother: () => void }) => (
  <Card tone={answer === 'approved' ? 'good' : 'plain'}>
    <Empty
      icon={answer === 'approved' ? 'check' : 'shield'}
      title={texts[answer]}
      hint={texts[`${answer}Hint`]}
    >
      <Button onPress={() => restartAt(toStaff())}>{texts.toWorkbench}</Button>
      <Button look="plain" onPress={onAnother}>
        {texts.another}
      </Button>
    </Empty>
  </Card>
)
