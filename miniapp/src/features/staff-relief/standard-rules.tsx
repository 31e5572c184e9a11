import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { standardWords } from '@anjiao/shared/relief-words'
import { Definition } from '../../ui/definition'

/** A standard in words, rule by rule, as owners read it. */
export const StandardRules = ({ standard }: { standard: NewReliefStandard }) => (
  <Definition title="" lines={standardWords(standard).map(({ title, text }) => ({ label: title, text }))} />
)
