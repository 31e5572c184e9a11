import { X509Certificate } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { Answer } from './exchange.ts'
import { shanghaiTime } from './order.ts'
import { seal } from './seal.ts'
import type { World } from './world.ts'

/** 下载平台证书. A merchant that was given the public key has no platform certificate at all. */
export function listCertificates({ keys, mode }: World): Answer {
  if (mode === 'pubkey') {
    throw new ApiError(
      404,
      'RESOURCE_NOT_EXISTS',
      '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引 https://pay.weixin.qq.com/doc/v3/merchant/4012153196',
      268435461,
    )
  }
  const { certificatePem, serial } = keys.platform
  const { validFrom, validTo } = new X509Certificate(certificatePem)
  const certificate = {
    serial_no: serial,
    effective_time: shanghaiTime(Date.parse(validFrom)),
    expire_time: shanghaiTime(Date.parse(validTo)),
    encrypt_certificate: seal(keys.apiV3Key, certificatePem, 'certificate'),
  }
  return { status: 200, body: { data: [certificate] } }
}
