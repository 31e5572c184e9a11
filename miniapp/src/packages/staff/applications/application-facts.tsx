import type { ApplicationToDecide } from '@anjiao/shared/contract/identity'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { texts } from './texts'

/** What the applicant wrote, and what WeChat vouches for. */
export const ApplicationFacts = ({ application, phoneMasked }: ApplicationToDecide) => (
  <Definition
    title={application.roomText}
    lines={[
      { label: texts.phone, text: phoneMasked ?? texts.noPhone },
      { label: texts.asked, text: instantText(application.createdAt) },
    ]}
  />
)
