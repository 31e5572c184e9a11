export const texts = {
  title: '选一份 Excel 名册',
  lead: '业主档案和欠费明细可以放在一份文件的两张工作表里。先核对，您确认之后才会导入。',
  pick: '选择 Excel 文件',
  pickHint: '支持 .xlsx，最大 20 MB。手机上请先把文件发到微信聊天，再从聊天里选。',
  another: '换一个文件',
  again: '再传一次',
  tooLarge: '文件超过 20 MB。请拆分成几份，或删去图片和多余的工作表后再选。',
  sending: '正在上传',
  checking: '正在逐行核对',
  sent: (done: string, total: string) => `${done} / ${total} MB`,
  checkingHint: '几万行的名册需要一两分钟，请不要离开这个页面。',
} as const

export const help = {
  title: '表格怎么准备',
  intro:
    '直接用公司现有的表就可以：标题行、合计行、空行会自动跳过，列的先后不限。列名写成下面任何一种都认识：',
  sheets: [
    {
      title: '业主档案',
      lines: [
        { label: '房屋', text: '楼栋、单元、房号分列，或合成一列如 3栋1单元502、3-1-502' },
        { label: '业主', text: '业主姓名、户主、产权人' },
        { label: '电话', text: '联系电话、手机号。业主凭这个号码在微信里查到自己的账单' },
        { label: '面积', text: '计费面积、建筑面积' },
        { label: '单价', text: '收费标准、物业费单价（元/㎡·月），可以没有' },
        { label: '其他', text: '房屋类型、交房日期、备注，可以没有' },
      ],
    },
    {
      title: '欠费明细',
      lines: [
        { label: '房屋', text: '与业主档案相同的写法' },
        { label: '项目', text: '收费项目、费用名称' },
        { label: '期间', text: '欠费期间如 2025.01-2026.09，或起止日期分两列' },
        { label: '金额', text: '应收金额、已收金额、欠费金额；三者应当相符' },
      ],
    },
  ],
} as const
