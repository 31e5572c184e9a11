import type { Consent } from '@anjiao/shared/contract/consent'
import type { Ctx } from '../platform/context.ts'

/** Changed with the words below, so that it is known who agreed to which. */
const version = 'relief-photos-1'

/**
 * 单独同意书. What somebody agrees to before they send a photo of their papers: who looks at it, for what, for how long, and
 * that they need not (个人信息保护法 14, 17, 29, 30). One purpose, one tick, never ticked beforehand.
 */
export async function photoConsent({ tx, community }: Ctx): Promise<Consent> {
  const { company, hotline } = await tx.one<{ company: string; hotline: string }>`
    select y.name as company, y.hotline
      from community c join company y on y.id = c.company_id where c.id = ${community}`
  const contact = hotline === '' ? '联系物业前台' : `联系物业前台（${hotline}）`
  return {
    key: version,
    required: false,
    text:
      `我同意${company}只为审核这次减免申请，查看并临时保存我上传的证明照片。` +
      '照片里可能有低保、疾病、残疾等敏感信息，请先遮住用不到的内容，例如身份证号码。' +
      '照片加密存放，只有审核减免的人能看，每次查看都有记录；作出决定后最多 30 天删除，撤回申请的当天删除。' +
      `我可以随时${contact}查看、更正、删除照片，或者收回同意。` +
      '不同意也可以申请：到前台出示原件就行，不留复印件。',
  }
}
