/** The same words in Chinese. */
import type { privateScoreEn } from './private-score.en.ts';
import type { SameShape } from './shape.ts';

export const privateScoreZh: SameShape<typeof privateScoreEn> = {
  title: '本机评分',
  promise: '在本机计算，所用模型与服务器评分相同。您输入的内容不会发送，也不会保存，离开页面即消失。',
  outcome: '评估风险',
  loading: {
    title: '正在本机做准备',
    runtime: '正在加载模型运行程序：{loaded} / {total} MB',
    runtimeOpen: '正在加载模型运行程序：已加载 {loaded} MB',
    model: '正在加载并核对模型',
    progress: '加载进度',
    cancel: '取消',
    cancelled: '未加载任何内容。您输入的内容仍在。',
    load: '加载模型',
    again: '重试',
  },
  ready: '已就绪：模型已加载并通过核对。您输入的内容不会经过网络。',
  errors: {
    title: '无法在本机计算风险',
    noWebAssembly:
      '此浏览器无法运行模型：不支持 WebAssembly，或已被设置禁用。请换用较新的浏览器，或使用由服务器计算的患者页面。',
    notSecure:
      '通过普通 HTTP 地址访问时，浏览器无法核对所加载的内容。请通过 HTTPS 或在运行 Praxis 的机器上打开。',
    unreachable: '服务器没有响应，模型未能加载。您输入的内容仍在。',
    signedOut: '登录已过期。请重新加载页面并登录；届时已输入的内容会丢失。',
    missing: '服务器上没有此模型的文件。文件在训练结束时写出。',
    damaged:
      '加载的文件与承诺的模型不符，因此没有打开。可能有新模型上线，请重新加载页面；若仍如此，请告知管理员。',
    failed: '模型运行程序已停止。请重试；若仍如此，请使用患者页面。',
  },
  none: { title: '没有可用的模型', text: '模型正在训练，第一个模型就绪后即可使用本页。' },
  prefilled: '患者 {id} 在第 0 天已知的数值。',
  prefilledCohort: '此人属于训练队列，其患者页面使用未见过此人的模型，因此数字可能略有不同。',
  form: '已知情况',
  about: '基本信息',
  measured: '测量值',
  diagnoses: '已知诊断',
  counts: '测量次数',
  countsNote: '留空时，有数值的项目按测量一次计。',
  optional: '未知的项目请留空。',
  field: '{label}（{unit}）',
  bmiHint: '留空时由体重和身高算出。',
  fib4Hint: '模型只知道高于 2.67 的值；低于此值请留空。',
  unknown: '未知',
  required: '计算风险必须填写。',
  clear: '全部清除',
  waiting: '请输入年龄和性别以查看风险。',
  invalid: '有些数值超出可能的范围，改正后即显示风险。',
  alreadyHas: '此前已确诊，不存在首次发生的风险。',
  result: '结果',
  announced: '{outcome}：{risk}，{range}',
  fromPatient: '在本机计算',
  fromPatientNote: '使用以上数值，不发送任何内容。',
};
