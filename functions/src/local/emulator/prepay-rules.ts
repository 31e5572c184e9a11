import { object, optional, type Rule, text } from './body-rules.ts'

/** What both kinds of merchants say of an order. */
const ofAnyOrder: Readonly<Record<string, Rule>> = {
  description: text('商品描述', 127),
  out_trade_no: { kind: 'text', label: '商户订单号', min: 6, max: 32, pattern: /^[0-9A-Za-z_\-|*]+$/ },
  time_expire: optional({
    kind: 'text',
    label: '交易结束时间',
    max: 64,
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
  }),
  attach: optional(text('附加数据', 128)),
  notify_url: text('通知地址', 255),
  goods_tag: optional(text('订单优惠标记', 32)),
  support_fapiao: optional({ kind: 'flag', label: '电子发票入口开放标识' }),
  amount: object('订单金额', {
    total: { kind: 'count', label: '总金额', min: 1 },
    currency: optional({ kind: 'text', label: '货币类型', max: 16, pattern: /^CNY$/ }),
  }),
  detail: optional(
    object('优惠功能', {
      cost_price: optional({ kind: 'count', label: '订单原价', min: 0 }),
      invoice_id: optional(text('商品小票ID', 32)),
      goods_detail: optional({
        kind: 'list',
        label: '单品列表',
        of: object('单品', {
          merchant_goods_id: text('商户侧商品编码', 32),
          wechatpay_goods_id: optional(text('微信支付商品编码', 32)),
          goods_name: optional(text('商品名称', 256)),
          quantity: { kind: 'count', label: '商品数量', min: 1 },
          unit_price: { kind: 'count', label: '商品单价', min: 0 },
        }),
      }),
    }),
  ),
  scene_info: optional(
    object('场景信息', {
      payer_client_ip: text('用户终端IP', 45),
      device_id: optional(text('商户端设备号', 32)),
      store_info: optional(
        object('商户门店信息', {
          id: text('门店编号', 32),
          name: optional(text('门店名称', 256)),
          area_code: optional(text('地区编码', 32)),
          address: optional(text('详细地址', 512)),
        }),
      ),
    }),
  ),
  settle_info: optional(
    object('结算信息', { profit_sharing: optional({ kind: 'flag', label: '是否指定分账' }) }),
  ),
}

/** 微信支付 APIv3 "JSAPI下单", request body, of a direct merchant (直连商户). */
export const directOrderRules = object('请求体', {
  appid: text('公众号ID', 32),
  mchid: text('直连商户号', 32),
  ...ofAnyOrder,
  payer: object('支付者', { openid: text('用户标识', 128) }),
})

/** The same of a service provider (服务商); that it names a sub-merchant is not a matter of form. */
export const partnerOrderRules = object('请求体', {
  sp_appid: text('服务商应用ID', 32),
  sp_mchid: text('服务商户号', 32),
  sub_appid: optional(text('子商户应用ID', 32)),
  sub_mchid: optional(text('子商户号', 32)),
  ...ofAnyOrder,
  payer: object('支付者', {
    sp_openid: optional(text('用户服务标识', 128)),
    sub_openid: optional(text('用户子标识', 128)),
  }),
})
